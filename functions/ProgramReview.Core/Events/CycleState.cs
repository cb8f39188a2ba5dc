namespace ProgramReview.Core.Events;

/// <summary>What a cycle's own events add up to.</summary>
public sealed partial record CycleState
{
    /// <summary>A cycle that was never started: no start, no rounds, nobody handed anything over.</summary>
    public static readonly CycleState None = new();

    /// <summary>The start, or null before it.</summary>
    public CycleEvent.Started? Start { get; private init; }

    /// <summary>When the start was recorded, in product time; null before it.</summary>
    public DateTimeOffset? StartedAt { get; private init; }

    /// <summary>Every approval round that was opened, oldest first, with its decisions; the last one is the current one.</summary>
    public IReadOnlyList<RoundState> Rounds { get; private init; } = [];

    /// <summary>The hash of each round's dossier, by round; compiled before the round opens.</summary>
    public IReadOnlyDictionary<int, string> Dossiers { get; private init; } =
        new Dictionary<int, string>();

    /// <summary>The dossiers that do not hold any more, by round.</summary>
    public IReadOnlyDictionary<int, Voiding> Voidings { get; private init; } =
        new Dictionary<int, Voiding>();

    /// <summary>The renderings of dossiers, by round; none before all of a dossier are made.</summary>
    public IReadOnlyDictionary<int, CycleEvent.DossierRendered> Renderings { get; private init; } =
        new Dictionary<int, CycleEvent.DossierRendered>();

    /// <summary>What a person chose after an expired round, by that round.</summary>
    public IReadOnlyDictionary<int, CycleEvent.NextStepChosen> Choices { get; private init; } =
        new Dictionary<int, CycleEvent.NextStepChosen>();

    /// <summary>Processes that failed, in order.</summary>
    public IReadOnlyList<CycleEvent.ProcessFailed> Failures { get; private init; } = [];

    /// <summary>What failed last and was not started again since, by process.</summary>
    public IReadOnlyDictionary<string, CycleEvent.ProcessFailed> Failed { get; private init; } =
        new Dictionary<string, CycleEvent.ProcessFailed>();

    /// <summary>What operations ordered the cycle's process to run, in order: reopenings and retries.</summary>
    public IReadOnlyList<CycleEvent> Orders { get; private init; } = [];

    /// <summary>What operations did for the seats of approvers, in order.</summary>
    public IReadOnlyList<SeatOrder> SeatOrders { get; private init; } = [];

    /// <summary>The sessions whose answers operations put on record, in order.</summary>
    public IEnumerable<CycleEvent.MeetingRecorded> Meetings =>
        SeatOrders.Select(order => order.Event).OfType<CycleEvent.MeetingRecorded>();

    /// <summary>Everybody who was named while the cycle ran and is kept beside the record, with the key of their row.</summary>
    public IEnumerable<NamedContact> NamedContacts =>
        Handovers
            .Select(one => new NamedContact(one.Key, one.Event.To, one.Event.ContactHash))
            .Concat(
                SeatOrders.SelectMany(order =>
                    order.Event is CycleEvent.SeatPassed passed
                        ? [new NamedContact(order.Key, passed.To, passed.ContactHash)]
                        : Array.Empty<NamedContact>()
                )
            )
            .Concat(
                Rounds
                    .SelectMany(round => round.Deputies)
                    .Select(deputy => deputy.Contact)
                    .OfType<NamedContact>()
            );

    /// <summary>Those who may answer in somebody's place in the round that runs, by person id.</summary>
    public IEnumerable<string> Deputies =>
        CurrentRound is { Outcome: null } round
            ? round.Deputies.Where(deputy => !deputy.IsRevoked).Select(deputy => deputy.Person)
            : [];

    /// <summary>Every time a duty to report passed to another person, in order.</summary>
    public IReadOnlyList<Handover> Handovers { get; private init; } = [];

    /// <summary>The contacts that were erased, by person id.</summary>
    public IReadOnlyDictionary<string, CycleEvent.ContactErased> Erasures { get; private init; } =
        new Dictionary<string, CycleEvent.ContactErased>();

    /// <summary>The access codes in force, by person id.</summary>
    public IReadOnlyDictionary<string, AccessCode> AccessCodes { get; private init; } =
        new Dictionary<string, AccessCode>();

    private IReadOnlyDictionary<string, IReadOnlyList<ScanResult>> MinutesScans { get; init; } =
        new Dictionary<string, IReadOnlyList<ScanResult>>();

    /// <summary>What scanners said of minutes, in order.</summary>
    /// <param name="sha256">SHA-256 of the scan.</param>
    public IReadOnlyList<ScanResult> ScansOfMinutes(string sha256) =>
        MinutesScans.GetValueOrDefault(sha256) ?? [];

    /// <summary>How often material for the consolidated report was asked for, in order.</summary>
    public IReadOnlyList<MaterialOrder> Materials { get; private init; } = [];

    /// <summary>The material that is being made; null if none is.</summary>
    public MaterialOrder? MaterialAtWork => Materials.FirstOrDefault(order => order.Made is null);

    /// <summary>All declared outages, in order.</summary>
    public IReadOnlyList<Outage> Outages { get; private init; } = [];

    /// <summary>Everything that a process of its own carries out step by step, in order.</summary>
    public IReadOnlyList<LongOrder> LongOrders { get; private init; } = [];

    /// <summary>What of it is still to be carried out: once the cycle has ended, what is told of publications, its end and what was ordered after it.</summary>
    public IEnumerable<LongOrder> OpenOrders =>
        LongOrders.Where(order =>
            !order.IsDone
            && (End is null || order.Event is CycleEvent.Published || order.Sequence >= EndEntry)
        );

    /// <summary>The times in which the product's regular look at the cycle did not succeed, in order.</summary>
    public IReadOnlyList<OutageWindow> HealthGaps { get; private init; } = [];

    /// <summary>The end, or null while the cycle runs.</summary>
    public CycleEvent.Ended? End { get; private init; }

    private long EndEntry { get; init; }

    /// <summary>Every root over all chains that was put on record, oldest first.</summary>
    public IReadOnlyList<Anchor> Anchors { get; private init; } = [];

    /// <summary>
    /// Whether nothing of the cycle should run any more: a person stopped it, or it ended by itself and its last anchor is set. A process that
    /// failed between its end and that has still to go on.
    /// </summary>
    public bool IsOver =>
        End is { By: not null }
        || (
            End is not null && !HasFailed && Anchors.Any(anchor => anchor.Cause == AnchorCause.End)
        );

    /// <summary>Whether the cycle's own process failed and was not started again since.</summary>
    public bool HasFailed { get; private init; }

    /// <summary>The newest round, or null before the first.</summary>
    public RoundState? CurrentRound => Rounds.Count > 0 ? Rounds[^1] : null;

    /// <summary>The round whose dossier is compiled and which has not ended, or null: no window opens under it.</summary>
    public int? RoundAtWork => Newest(number => OutcomeOf(number) is null);

    /// <summary>
    /// The round whose dossier is what people go by: they decide about it, or approved it and it is not published yet; or null. What counts does
    /// not change before it is void.
    /// </summary>
    public int? RoundInForce =>
        End is null
            ? Newest(number =>
                number != Publication?.Round && OutcomeOf(number) is null or RoundOutcome.Approved
            )
            : null;

    /// <summary>How a round ended, also one that was void before it opened; null while it runs or before its dossier is compiled.</summary>
    public RoundOutcome? OutcomeOf(int number) =>
        Voidings.ContainsKey(number) ? RoundOutcome.Voided : Round(number)?.Outcome;

    private int NewestDossier => Dossiers.Keys.DefaultIfEmpty().Max();

    /// <summary>Whether the dossier of a round is still to be rendered: people decide about it, approved it, or it was published.</summary>
    public bool AwaitsRenderings(int round) =>
        End is null
        && !Renderings.ContainsKey(round)
        && Round(round) is { Outcome: null or RoundOutcome.Approved };

    private int? Newest(Func<int, bool> which) =>
        NewestDossier is > 0 and var newest && which(newest) ? newest : null;

    /// <summary>The round of this number, or null.</summary>
    public RoundState? Round(int number) => Rounds.FirstOrDefault(round => round.Number == number);

    /// <summary>The round that was open before another one, or null: what its members saw last.</summary>
    public RoundState? RoundBefore(int number) =>
        Rounds.LastOrDefault(round => round.Number < number);

    /// <summary>Who answers for a body now in the place of a person who does or once did.</summary>
    /// <param name="body">The body.</param>
    /// <param name="person">The person's id.</param>
    /// <returns>The same id if the duty has not passed on.</returns>
    public string HolderNow(string body, string person) =>
        Handovers
            .Select(handover => handover.Event)
            .Where(passed => passed.Body == body)
            .Aggregate(person, (holder, passed) => passed.From == holder ? passed.To : holder);
}

using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>What a cycle's own events add up to.</summary>
public sealed record CycleState
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
            );

    /// <summary>Every time a duty to report passed to another person, in order.</summary>
    public IReadOnlyList<Handover> Handovers { get; private init; } = [];

    /// <summary>The contacts that were erased, by person id.</summary>
    public IReadOnlyDictionary<string, CycleEvent.ContactErased> Erasures { get; private init; } =
        new Dictionary<string, CycleEvent.ContactErased>();

    /// <summary>The access codes in force, by person id.</summary>
    public IReadOnlyDictionary<string, AccessCode> AccessCodes { get; private init; } =
        new Dictionary<string, AccessCode>();

    /// <summary>How often material for the consolidated report was asked for, in order.</summary>
    public IReadOnlyList<MaterialOrder> Materials { get; private init; } = [];

    /// <summary>The material that is being made; null if none is.</summary>
    public MaterialOrder? MaterialAtWork => Materials.FirstOrDefault(order => order.Made is null);

    /// <summary>All declared outages, in order.</summary>
    public IReadOnlyList<Outage> Outages { get; private init; } = [];

    /// <summary>Everything that a process of its own carries out step by step, in order.</summary>
    public IReadOnlyList<LongOrder> LongOrders { get; private init; } = [];

    /// <summary>What of it is still to be carried out: once the cycle has ended, its end and what was ordered after it.</summary>
    public IEnumerable<LongOrder> OpenOrders =>
        LongOrders
            .SkipWhile(order => End is not null && order.Event is not CycleEvent.Ended)
            .Where(order => !order.IsDone);

    /// <summary>The times in which the product's regular look at the cycle did not succeed, in order.</summary>
    public IReadOnlyList<OutageWindow> HealthGaps { get; private init; } = [];

    /// <summary>Which dossier was published; null until one was.</summary>
    public CycleEvent.Published? Publication { get; private init; }

    /// <summary>When the publication was recorded, in product time; null before it.</summary>
    public DateTimeOffset? PublishedAt { get; private init; }

    /// <summary>The end, or null while the cycle runs.</summary>
    public CycleEvent.Ended? End { get; private init; }

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
        Publication is null && End is null
            ? Newest(number => OutcomeOf(number) is null or RoundOutcome.Approved)
            : null;

    /// <summary>How a round ended, also one that was void before it opened; null while it runs or before its dossier is compiled.</summary>
    public RoundOutcome? OutcomeOf(int number) =>
        Voidings.ContainsKey(number) ? RoundOutcome.Voided : Round(number)?.Outcome;

    private int? Newest(Func<int, bool> which) =>
        Dossiers.Count > 0 && Dossiers.Keys.Max() is var newest && which(newest) ? newest : null;

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

    /// <summary>The state after one more entry.</summary>
    public CycleState Apply(Entry entry) =>
        entry.Event switch
        {
            CycleEvent.Started started => this with
            {
                Start = started,
                StartedAt = entry.RecordedAt,
            },
            CycleEvent.DossierCompiled compiled => this with
            {
                Dossiers = new Dictionary<int, string>(Dossiers)
                {
                    [compiled.Round] = compiled.DossierHash,
                },
            },
            CycleEvent.RoundOpened opened => this with
            {
                Rounds =
                [
                    .. Rounds,
                    new RoundState(opened.Round, opened.DossierHash, opened.Closes, [], null)
                    {
                        Barred = opened.Barred ?? [],
                        AskedAt = entry.RecordedAt,
                        Orders = SeatOrders,
                    },
                ],
            },
            CycleEvent.StageOpened opened => WithRound(
                opened.Round,
                round =>
                    round with
                    {
                        Stage = opened.Stage,
                        Closes = opened.Closes,
                        AskedAt = entry.RecordedAt,
                    }
            ),
            CycleEvent.RoundExtended extended => WithRound(
                extended.Round,
                round => round with { IsExtended = true, Closes = extended.Closes }
            ),
            CycleEvent.Decided decided => WithRound(
                decided.Round,
                round => round with { Decisions = [.. round.Decisions, decided] }
            ),
            CycleEvent.DeputyNamed named => WithRound(
                named.Round,
                round =>
                    round with
                    {
                        Deputies =
                        [
                            .. round.Deputies,
                            new Deputy(named.Seat, named.Person, named.By, entry.RecordedAt),
                        ],
                    }
            ),
            CycleEvent.DeputyRevoked revoked => WithRound(
                revoked.Round,
                round => WithoutDeputy(round, revoked.Seat)
            ),
            CycleEvent.SeatPassed passed => WithSeats(
                [.. SeatOrders, Order(passed, passed.Terms, entry)],
                passed.Seat
            ),
            CycleEvent.MeetingRecorded meeting => WithSeats([
                .. SeatOrders,
                Order(meeting, meeting.Terms, entry),
            ]),
            CycleEvent.SeatsConfirmed confirmed => WithOrder(
                confirmed.Order,
                order => order with { Confirmation = confirmed }
            ),
            CycleEvent.SeatObjected objected => WithOrder(
                objected.Order,
                order =>
                    order with
                    {
                        Confirmation = null,
                        Objections = new Dictionary<string, DateTimeOffset>(order.Objections)
                        {
                            [objected.Seat] = entry.RecordedAt,
                        },
                    }
            ),
            CycleEvent.Mailed { Result: MailResult.Sent } mailed
                when SeatOrder.SequenceOf(mailed.Occasion) is { } order => WithOrder(
                order,
                told =>
                    told with
                    {
                        Told = told.Told.ContainsKey(mailed.Person)
                            ? told.Told
                            : new Dictionary<string, DateTimeOffset>(told.Told)
                            {
                                [mailed.Person] = entry.RecordedAt,
                            },
                    }
            ),
            CycleEvent.RequestSeen seen => WithRound(
                seen.Round,
                round => round with { Seen = [.. round.Seen, seen.Person] }
            ),
            CycleEvent.AccessCodeIssued issued => WithCode(
                new AccessCode(issued, entry.RecordedAt, [])
            ),
            CycleEvent.AccessCodeFailed failed => AccessCodes[failed.Person] is var code
            && code.Issued.Number == failed.Number
                ? WithCode(code with { Wrong = [.. code.Wrong, entry.RecordedAt] })
                : this,
            CycleEvent.RoundEnded ended => WithRound(
                ended.Round,
                round =>
                    round with
                    {
                        Outcome = ended.Outcome,
                        Result = ended.Result,
                        EndedAt = entry.RecordedAt,
                    }
            ),
            CycleEvent.RoundVoided voided => WithRound(
                voided.Round,
                round => round with { Outcome = RoundOutcome.Voided, EndedAt = entry.RecordedAt }
            ) with
            {
                Voidings = new Dictionary<int, Voiding>(Voidings)
                {
                    [voided.Round] = new Voiding(voided, entry.RecordedAt),
                },
            },
            CycleEvent.NextStepChosen chosen => this with
            {
                Choices = new Dictionary<int, CycleEvent.NextStepChosen>(Choices)
                {
                    [chosen.AfterRound] = chosen,
                },
            },
            CycleEvent.ProcessFailed failed => this with
            {
                Failures = [.. Failures, failed],
                Failed = new Dictionary<string, CycleEvent.ProcessFailed>(Failed)
                {
                    [failed.Instance] = failed,
                },
                HasFailed = HasFailed || IsOwn(failed.Instance, entry),
            },
            CycleEvent.Reopened reopened => this with { Orders = [.. Orders, reopened] },
            CycleEvent.RetryOrdered ordered => this with
            {
                Orders = [.. Orders, ordered],
                Failed = Failed
                    .Where(failed => failed.Key != ordered.Instance)
                    .ToDictionary(failed => failed.Key, failed => failed.Value),
                HasFailed = HasFailed && !IsOwn(ordered.Instance, entry),
            },
            CycleEvent.DutyPassed passed => this with
            {
                Handovers = [.. Handovers, new Handover(passed, entry)],
            },
            CycleEvent.ContactErased erased => this with
            {
                Erasures = new Dictionary<string, CycleEvent.ContactErased>(Erasures)
                {
                    [erased.Person] = erased,
                },
            },
            CycleEvent.OutageDeclared declared => Ordering(declared, entry) with
            {
                Outages = [.. Outages, new Outage(declared, entry)],
            },
            CycleEvent.ResendOrdered resend => Ordering(resend, entry),
            CycleEvent.OutageApplied applied => WithDone(applied.Declared) with
            {
                Outages =
                [
                    .. Outages.Select(outage =>
                        outage.Sequence == applied.Declared
                            ? outage with
                            {
                                Moved = applied.Moved,
                            }
                            : outage
                    ),
                ],
            },
            CycleEvent.MaterialAsked asked => this with
            {
                Materials =
                [
                    .. Materials,
                    new MaterialOrder(entry.Sequence, entry.RecordedAt, asked.By),
                ],
            },
            CycleEvent.MaterialMade made => this with
            {
                Materials =
                [
                    .. Materials.Select(order =>
                        order.Sequence == made.Asked
                            ? order with
                            {
                                Made = made,
                                MadeAt = entry.RecordedAt,
                            }
                            : order
                    ),
                ],
            },
            CycleEvent.LettersSent sent => WithDone(sent.Order),
            CycleEvent.HealthGap gap => this with { HealthGaps = [.. HealthGaps, gap.Window] },
            CycleEvent.Published published => this with
            {
                Publication = published,
                PublishedAt = entry.RecordedAt,
            },
            CycleEvent.Ended ended => Ordering(ended, entry) with { End = ended },
            CycleEvent.Anchored anchored => this with
            {
                Anchors = [.. Anchors, new Anchor(anchored, entry)],
            },
            CycleEvent.Mailed or CycleEvent.Corrected or CycleEvent.FiguresMended => this,
            var @event => throw new InvalidOperationException(
                $"{@event.GetType().Name} is no fact of a cycle."
            ),
        };

    /// <summary>The state that a whole stream adds up to.</summary>
    public static CycleState Of(IEnumerable<Entry> entries) =>
        entries.Aggregate(None, (state, entry) => state.Apply(entry));

    private static bool IsOwn(string instance, Entry entry) =>
        instance == CycleId.Of(entry.Stream).InstanceId;

    private CycleState Ordering(CycleEvent @event, Entry entry) =>
        this with
        {
            LongOrders =
            [
                .. LongOrders,
                new LongOrder(
                    @event,
                    entry.Sequence,
                    entry.RecordedAt,
                    CycleId.Of(entry.Stream).OrderInstanceId(entry.Sequence)
                ),
            ],
        };

    private CycleState WithCode(AccessCode code) =>
        this with
        {
            AccessCodes = new Dictionary<string, AccessCode>(AccessCodes)
            {
                [code.Issued.Person] = code,
            },
        };

    private CycleState WithDone(long order) =>
        this with
        {
            LongOrders =
            [
                .. LongOrders.Select(one =>
                    one.Sequence == order ? one with { IsDone = true } : one
                ),
            ],
        };

    private static SeatOrder Order(CycleEvent @event, ObjectionTerms terms, Entry entry) =>
        new(@event, terms, entry.Sequence, entry.Key, entry.RecordedAt);

    private static RoundState WithoutDeputy(RoundState round, string seat) =>
        round with
        {
            Deputies =
            [
                .. round.Deputies.Select(deputy =>
                    deputy.Seat == seat && round.AnswerOf(seat)?.Person != deputy.Person
                        ? deputy with
                        {
                            IsRevoked = true,
                        }
                        : deputy
                ),
            ],
        };

    // What was ended stays as it was then.
    private CycleState WithSeats(IReadOnlyList<SeatOrder> orders, string? passed = null) =>
        this with
        {
            SeatOrders = orders,
            Rounds =
            [
                .. Rounds.Select(round =>
                    round.Outcome is not null ? round
                    : passed is null ? round with { Orders = orders }
                    : WithoutDeputy(round with { Orders = orders }, passed)
                ),
            ],
        };

    private CycleState WithOrder(long sequence, Func<SeatOrder, SeatOrder> change)
    {
        IReadOnlyList<SeatOrder> orders =
        [
            .. SeatOrders.Select(order => order.Sequence == sequence ? change(order) : order),
        ];
        return WithSeats(
            orders,
            orders.FirstOrDefault(order => order.Sequence == sequence)
                is { IsUndone: true, Event: CycleEvent.SeatPassed passed }
                ? passed.Seat
                : null
        );
    }

    private CycleState WithRound(int number, Func<RoundState, RoundState> change) =>
        this with
        {
            Rounds = [.. Rounds.Select(round => round.Number == number ? change(round) : round)],
        };
}

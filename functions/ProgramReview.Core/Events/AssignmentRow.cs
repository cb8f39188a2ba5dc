using System.Text.Json.Serialization;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>
/// All that lists, pages and the dossier ask of one assignment, drawn from its stream: a row of the index. It may lag behind the stream, and
/// says how far it goes.
/// </summary>
public sealed record AssignmentRow
{
    /// <summary>Goes up when rows are drawn in another way: those of another number are drawn again.</summary>
    public const int CurrentSchema = 4;

    /// <summary>The assignment.</summary>
    public required AssignmentId Assignment { get; init; }

    /// <summary>The last entry it was drawn from; 0 for none.</summary>
    public required long Sequence { get; init; }

    /// <summary>That entry's hash.</summary>
    public required string Head { get; init; }

    /// <summary>How it stands, the present aside.</summary>
    public required Standing Standing { get; init; }

    /// <summary>When its newest window opened, or null.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>The <c>closes</c> in force, also after the window's end; null before one opened.</summary>
    public Deadline? Closes { get; init; }

    /// <summary>Its parts in the plan's order, each with what counts; none before it opened.</summary>
    public IReadOnlyList<PartRow> Parts { get; init; } = [];

    /// <summary>What decides how the accepted report stands to time, or null.</summary>
    public CountingFile? Deciding { get; init; }

    /// <summary>How it stands to time for ever; null unless every required part counts.</summary>
    public TimelinessVerdict? Timeliness { get; init; }

    /// <summary>When the last of the required parts had an acceptable version, or null.</summary>
    public DateTimeOffset? FirstAcceptedAt { get; init; }

    /// <summary>When the newest version was committed, or null.</summary>
    public DateTimeOffset? LastSentAt { get; init; }

    /// <summary>When malware was last found in something that was sent, or null.</summary>
    public DateTimeOffset? InfectedAt { get; init; }

    /// <summary>When the first of the files was noticed that no scanner has given a verdict on; null if there is none.</summary>
    public DateTimeOffset? UnscannedSince { get; init; }

    /// <summary>What was found in the versions that count, or else in the newest of each part: how many findings of each severity.</summary>
    public IReadOnlyDictionary<Severity, int> Findings { get; init; } =
        new Dictionary<Severity, int>();

    /// <summary>The same by kind, with what became of them.</summary>
    public IReadOnlyList<FindingCount> Kinds { get; init; } = [];

    /// <summary>The queries about what counts or came last, answered or not.</summary>
    public IReadOnlyList<AskedQuery> Queries { get; init; } = [];

    /// <summary>When the last check is given up that a dossier waits for; null if none is outstanding.</summary>
    public DateTimeOffset? ChecksUntil { get; init; }

    /// <summary>The files that are still to be checked, by themselves or beside another.</summary>
    public IReadOnlyList<OutstandingCheck> Outstanding { get; init; } = [];

    /// <summary>The queries about what counts that nobody has explained.</summary>
    public IReadOnlyList<UnexplainedQuery> Unexplained { get; init; } = [];

    /// <summary>The answers that were given to queries, in order.</summary>
    public IReadOnlyList<AssignmentEvent.Explained> Explanations { get; init; } = [];

    /// <summary>The letters that did not go out, to people who still answer for the body.</summary>
    public IReadOnlyList<FailedLetter> FailedLetters { get; init; } = [];

    /// <summary>The newest decisions of operations.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>The extension of the window that counts, or null.</summary>
    public AssignmentEvent.DueExtended? Extension { get; init; }

    /// <summary>The exemption, or null.</summary>
    public AssignmentEvent.Exempted? Exemption { get; init; }

    /// <summary>Admissions, reopenings and findings overruled, in order.</summary>
    public IReadOnlyList<Event> Rulings { get; init; } = [];

    /// <summary>The judgements that were close to an instant.</summary>
    public IReadOnlyList<FairnessLine> CloseCalls { get; init; } = [];

    /// <summary>Draws the row of a stream.</summary>
    /// <param name="assignment">The assignment.</param>
    /// <param name="stream">Its stream, or as much of it as counts.</param>
    /// <param name="cycle">The cycle, to leave out letters to those who passed their duty on; null where it does not matter.</param>
    public static AssignmentRow Of(
        AssignmentId assignment,
        EventStream stream,
        CycleState? cycle = null
    )
    {
        var state = stream.Assignment;
        var deciding = state.Deciding;
        var newest = state.Submissions is [.., var last] ? last : null;
        var window = deciding is null
            ? state.Current
            : state.Windows.First(one => one.Number == deciding.Window);
        return new()
        {
            Assignment = assignment,
            Sequence = stream.Count > 0 ? stream[^1].Sequence : 0,
            Head = stream.Count > 0 ? stream[^1].Hash : Chain.Origin,
            Standing = Standing.Of(assignment.ReportType, state),
            OpenedAt = stream
                .LastOrDefault(entry => entry.Event is AssignmentEvent.Opened)
                ?.RecordedAt,
            Closes = state.Current?.Closes,
            Parts = [.. state.Parts.Select(PartRow.Of)],
            Deciding = deciding is null ? null : CountingFile.Of(deciding),
            Timeliness = state.Timeliness,
            FirstAcceptedAt = state.FirstAcceptedAt,
            LastSentAt = newest?.Judgement.Committed,
            UnscannedSince = state
                .Submissions.Where(one => !one.IsClean && !one.IsInfected)
                .Min(one => (DateTimeOffset?)one.Noticed),
            InfectedAt = stream
                .LastOrDefault(entry =>
                    entry.Event is AssignmentEvent.Scanned { Result.Verdict: ScanVerdict.Malicious }
                )
                ?.RecordedAt,
            Findings = state
                .Parts.Select(part => part.Counting ?? part.Newest)
                .OfType<Submission>()
                .SelectMany(one => one.Standing().Concat(state.PairFindings(one)))
                .CountBy(finding => finding.Severity)
                .OrderBy(count => count.Key)
                .ToDictionary(),
            Kinds = FindingCount.Of(state),
            Queries = AskedQuery.Of(state),
            ChecksUntil = state.ChecksUntil(),
            Outstanding = OutstandingCheck.Of(state),
            Unexplained = UnexplainedQuery.Of(state),
            Explanations = state.Explanations,
            FailedLetters =
            [
                .. FailedLetter
                    .In(stream)
                    .Where(letter =>
                        cycle is null
                        || cycle.HolderNow(assignment.Body, letter.Person) == letter.Person
                    ),
            ],
            Decisions = Decision.In(stream),
            Extension = window?.Extension is { } extension
                ? stream
                    .Select(entry => entry.Event)
                    .OfType<AssignmentEvent.DueExtended>()
                    .Last(extended => extended.To == extension)
                : null,
            Exemption = state.Exemption,
            Rulings =
            [
                .. stream
                    .Select(entry => entry.Event)
                    .Where(@event =>
                        @event
                            is AssignmentEvent.Admitted
                                or AssignmentEvent.Overruled
                                or AssignmentEvent.Opened { By: not null }
                    ),
            ],
            CloseCalls = [.. Fairness.Of(assignment, stream)],
        };
    }

    /// <summary>The <c>due</c> in force; null before a window opened.</summary>
    [JsonIgnore]
    public Deadline? Due => Standing.Due;

    /// <summary>Whether the same figures follow from it as from the row before it; where there was none, as from one of which nothing counts.</summary>
    public bool TellsFiguresOf(AssignmentRow? before) =>
        (Exemption is null) == (before?.Exemption is null)
        && Told(this).SequenceEqual(before is null ? [] : Told(before))
        && Unexplained.SequenceEqual(before?.Unexplained ?? []);

    private static IEnumerable<(string Part, string Sha256, TimelinessVerdict? Timeliness)> Told(
        AssignmentRow row
    ) =>
        row
            .Parts.Where(part => part.Counting is not null)
            .Select(part => (part.Code, part.Counting!.Sha256, part.Timeliness));

    /// <summary>Whether a letter failed in a way.</summary>
    public bool HasFailed(MailResult result) =>
        FailedLetters.Any(letter => letter.Result == result);

    /// <summary>The state that people see.</summary>
    public AssignmentPhase PhaseAt(DateTimeOffset now) => Standing.PhaseAt(now);
}

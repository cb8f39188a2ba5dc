using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Events;

/// <summary>What an assignment's events add up to.</summary>
public sealed record AssignmentState
{
    /// <summary>An assignment whose window has not opened: nothing sent, nothing refused.</summary>
    public static readonly AssignmentState None = new();

    /// <summary>The windows that opened, in order.</summary>
    public IReadOnlyList<Window> Windows { get; private init; } = [];

    /// <summary>All recorded submissions, in the order they were recorded.</summary>
    public IReadOnlyList<Submission> Submissions { get; private init; } = [];

    /// <summary>By whom and why the body was exempted; null while it owes the report.</summary>
    public AssignmentEvent.Exempted? Exemption { get; private init; }

    /// <summary>The answers that were given to queries, in order.</summary>
    public IReadOnlyList<AssignmentEvent.Explained> Explanations { get; private init; } = [];

    /// <summary>The current window, or null before the first opened.</summary>
    public Window? Current => Windows.Count > 0 ? Windows[^1] : null;

    /// <summary>The parts of the report in the plan's order, as its own window asked for them; none before it opened.</summary>
    public IReadOnlyList<PartState> Parts =>
        Windows is [var first, ..]
            ? [.. first.Parts.Select(part => StateOf(part.Code, part.Required))]
            : [];

    /// <summary>Whether every required part has a version that counts.</summary>
    public bool IsAccepted => Deciding is not null;

    /// <summary>
    /// What decides how an accepted report stands to time: of the required parts the latest, by its first timeliness and then by when
    /// the version that counts was stored; null unless the report is accepted.
    /// </summary>
    public Submission? Deciding
    {
        get
        {
            var required = Parts.Where(part => part.IsRequired).ToList();
            return required.TrueForAll(part => part.Counting is not null)
                ? required
                    .OrderByDescending(part => part.Timeliness)
                    .ThenByDescending(part => part.Counting!.Judgement.Committed)
                    .FirstOrDefault()
                    ?.Counting
                : null;
        }
    }

    /// <summary>How the report stands to time for ever: as the latest of its required parts; null unless it is accepted.</summary>
    public TimelinessVerdict? Timeliness =>
        IsAccepted ? Parts.Where(part => part.IsRequired).Max(part => part.Timeliness) : null;

    /// <summary>When the last of the required parts had its first acceptable version, whatever the time; null while one has none.</summary>
    public DateTimeOffset? FirstAcceptedAt
    {
        get
        {
            var required = Parts.Where(part => part.IsRequired).ToList();
            return required.TrueForAll(part => part.FirstAcceptable is not null)
                ? required.Max(part => part.FirstAcceptable?.Judgement.Committed)
                : null;
        }
    }

    /// <summary>Whether every part that the current window waits for has a version of this window that counts.</summary>
    public bool CurrentIsAccepted => Current is not null && !Awaited().Any();

    /// <summary>The parts that the current window waits for and that have not come in it, so that they count.</summary>
    public IEnumerable<string> Awaited() =>
        Current is { } current
            ? current.Awaited().Where(part => Counting(part)?.Window != current.Number)
            : [];

    /// <summary>Whether nothing is left to send, as far as anybody knows: of every part that is waited for, something is being checked.</summary>
    public bool IsAllSent => Current is not null && Awaited().All(IsBeingChecked);

    /// <summary>What counts for a part, or null.</summary>
    public Submission? Counting(string part) => StateOf(part, false).Counting;

    /// <summary>Whether a submission is one that counts: the same stored file, however often it was read.</summary>
    public bool Counts(Submission submission) =>
        Counting(submission.Part)?.BlobName == submission.BlobName;

    /// <summary>What was found in a version that counts beside others that do: of another part of the report, or of other reports.</summary>
    public IEnumerable<Finding> PairFindings(Submission submission) =>
        Counts(submission)
            ? (submission.Check?.Pairs ?? [])
                .Where(pair =>
                    Submissions.Any(other => other.BlobName == pair.BlobName && Counts(other))
                )
                .SelectMany(pair => pair.Findings)
                .Concat(submission.Compared)
                .Where(finding => submission.Overruled.All(one => one.Finding != finding.Key))
            : [];

    /// <summary>The queries about what counts, or else came last, that nobody has explained, each with its file.</summary>
    public IEnumerable<(Submission Submission, Finding Query)> Unexplained() =>
        Queries().Where(one => !IsAnswered(one.Submission, one.Query) && IsTold(one.Submission));

    // Report and annex may raise the same question; an answer is about one of them.
    private bool IsAnswered(Submission submission, Finding query) =>
        Explanations.Any(answer => answer.Part == submission.Part && answer.Finding == query.Key);

    /// <summary>Whether lists tell of a version that it counts or, where none does, that it came last.</summary>
    internal bool IsTold(Submission submission) =>
        Counts(submission) || Counting(submission.Part) is null;

    /// <summary>The query of this key about what counts or came last for a part, one without an answer first; or null.</summary>
    /// <param name="key">The query's key.</param>
    /// <param name="part">The part; null: any.</param>
    public (Submission Submission, Finding Query)? FindQuery(string key, string? part = null) =>
        Queries()
            .Where(one =>
                one.Query.Key == key && (part ?? one.Submission.Part) == one.Submission.Part
            )
            .OrderBy(one => IsAnswered(one.Submission, one.Query))
            .Select(one => ((Submission, Finding)?)one)
            .FirstOrDefault();

    /// <summary>The queries about what counts and about what came last, each with its file.</summary>
    internal IEnumerable<(Submission Submission, Finding Query)> Queries()
    {
        var files = Parts
            .SelectMany(part => new[] { part.Counting, part.Newest })
            .OfType<Submission>()
            .DistinctBy(one => one.BlobName)
            .ToList();
        return from one in files
            from query in one.Standing().Concat(PairFindings(one))
            where query.Severity == Severity.Query
            select (one, query);
    }

    /// <summary>
    /// When the last check is given up that the end of a window waits for; null if none is outstanding. What was refused for its time is not
    /// waited for.
    /// </summary>
    /// <param name="window">The window's number; null for all.</param>
    public DateTimeOffset? ChecksUntil(int? window = null) =>
        Submissions
            .Where(one =>
                one.IsBeingChecked
                && one.Judgement.Verdict != TimelinessVerdict.Refused
                && (window is null || one.Window == window)
            )
            .Max(one => (DateTimeOffset?)WindowOf(one).GivesUp(one));

    /// <summary>The window that a submission was sent for.</summary>
    public Window WindowOf(Submission submission) =>
        Windows.Single(window => window.Number == submission.Window);

    /// <summary>
    /// The parts of the current window that may be corrected after its close: of each something came on time of which nothing keeps it from
    /// counting but what the plan lets be mended, and none counts.
    /// </summary>
    public IEnumerable<string> Correctable() =>
        Current is { Checks.Corrections: not null, Outcome: null } current
            ? Awaited()
                .Where(part =>
                    Submissions.Any(one =>
                        one.Part == part
                        && one.Window == current.Number
                        && one.Judgement.Verdict == TimelinessVerdict.OnTime
                        && one is { Check.IsCorrectable: true, IsInfected: false }
                    )
                )
            : [];

    /// <summary>Whether later stages may go ahead: accepted, exempt or closed. It can still be replaced until it closes.</summary>
    public bool IsSettled =>
        Exemption is not null || CurrentIsAccepted || Current?.Outcome is not null;

    /// <summary>The state after one more event.</summary>
    public AssignmentState Apply(Event @event) =>
        @event switch
        {
            AssignmentEvent.Opened opened => this with
            {
                Windows = [.. Windows, new Window(opened)],
            },
            AssignmentEvent.DueExtended extended => WithWindow(
                extended.Window,
                window => window with { Extension = extended.To, Closes = extended.Closes }
            ),
            AssignmentEvent.WindowEnded ended => WithWindow(
                ended.Window,
                window => window with { Outcome = ended.Outcome }
            ),
            AssignmentEvent.SubmissionRecorded recorded => With(recorded.Submission),
            AssignmentEvent.Exempted exempted => this with { Exemption = exempted },
            AssignmentEvent.Admitted admitted => WithSubmissions(
                one => one.BlobName == admitted.BlobName,
                one => one with { Judgement = admitted.Judgement }
            ),
            AssignmentEvent.Scanned scanned => WithSubmissions(
                one => one.BlobName == scanned.BlobName,
                one => one.With(scanned.Result)
            ),
            AssignmentEvent.Checked checkedNow => WithSubmissions(
                one => one.BlobName == checkedNow.BlobName && one.IsBeingChecked,
                one => one with { Check = checkedNow.Check, Findings = Both(one, checkedNow.Check) }
            ),
            AssignmentEvent.PairCompared compared => WithSubmissions(
                one => one.BlobName == compared.BlobName,
                one => one.ComparedWith(compared.Pair)
            ),
            AssignmentEvent.FiguresCompared compared => WithSubmissions(
                one => one.BlobName == compared.BlobName,
                one => one with { Compared = compared.Findings }
            ),
            AssignmentEvent.Overruled overruled => WithSubmissions(
                one => one.BlobName == overruled.BlobName,
                one => one with { Overruled = [.. one.Overruled, overruled] }
            ),
            AssignmentEvent.Explained explained => WithSubmissions(
                one => one.Part == explained.Part,
                one => one with { Explanations = [.. one.Explanations, explained] }
            ) with
            {
                Explanations = [.. Explanations, explained],
            },
            AssignmentEvent.UploadPermitted
            or AssignmentEvent.AttemptRefused
            or AssignmentEvent.ReturnAsked
            or AssignmentEvent.Reminded
            or AssignmentEvent.LinksReissued
            or AssignmentEvent.Mailed
            or AssignmentEvent.Corrected => this,
            _ => throw new InvalidOperationException(
                $"{@event.GetType().Name} is no fact of an assignment."
            ),
        };

    /// <summary>The state with one more submission.</summary>
    public AssignmentState With(Submission submission) =>
        this with
        {
            Submissions =
            [
                .. Submissions,
                submission with
                {
                    Explanations = [.. Explanations.Where(one => one.Part == submission.Part)],
                },
            ],
        };

    /// <summary>The state that a whole stream adds up to.</summary>
    public static AssignmentState Of(IEnumerable<Entry> entries) =>
        entries.Aggregate(None, (state, entry) => state.Apply(entry.Event));

    /// <summary>The state in the words of the status page; optional parts do not change it.</summary>
    /// <param name="now">The present; an open assignment turns overdue by itself.</param>
    public AssignmentPhase Phase(DateTimeOffset now) =>
        PhaseOf(
            Timeliness,
            isTaken: true,
            isAwaited: !CurrentIsAccepted,
            isUnusable: Parts.Any(part => part.IsRequired && part.IsUnusable),
            isBeingChecked: Awaited().Any(IsBeingChecked),
            now
        );

    /// <summary>The state of one of its parts in the same words.</summary>
    /// <param name="part">The part.</param>
    /// <param name="now">The present.</param>
    public AssignmentPhase Phase(PartState part, DateTimeOffset now) =>
        PhaseOf(
            part.Timeliness,
            Current?.Takes(part.Code) == true,
            Awaited().Contains(part.Code),
            part.IsUnusable,
            IsBeingChecked(part.Code),
            now
        );

    private AssignmentPhase PhaseOf(
        TimelinessVerdict? timeliness,
        bool isTaken,
        bool isAwaited,
        bool isUnusable,
        bool isBeingChecked,
        DateTimeOffset now
    ) =>
        this switch
        {
            { Exemption: not null } => AssignmentPhase.Exempt,
            { Current: null } => AssignmentPhase.Waiting,
            { Current.Outcome: null } when isAwaited && isBeingChecked =>
                AssignmentPhase.BeingChecked,
            {
                Current:
                { Outcome: null, Cause: OpeningCause.ChangesAsked or OpeningCause.Returned },
            } when isAwaited => AssignmentPhase.Reopened,
            _ when timeliness is { } verdict => verdict == TimelinessVerdict.OnTime
                ? AssignmentPhase.OnTime
                : AssignmentPhase.Late,
            { Current: var current } when !isTaken || current.Outcome is not null =>
                AssignmentPhase.Missing,
            { Current: var current } when current.DueInForce.HasPassed(now) =>
                AssignmentPhase.Overdue,
            _ when isUnusable => AssignmentPhase.ToMend,
            _ => AssignmentPhase.Open,
        };

    /// <summary>Whether something that came for a part in the current window is being checked; not what was refused for its time.</summary>
    public bool IsBeingChecked(string part) =>
        Submissions.Any(one =>
            one.Part == part
            && one.Window == Current?.Number
            && one.IsBeingChecked
            && one.Judgement.Verdict != TimelinessVerdict.Refused
        );

    private static IReadOnlyList<Finding> Both(Submission submission, ContentCheck check) =>
        [
            .. submission
                .Findings.Concat(check.Findings)
                .OrderByDescending(finding => finding.Severity),
        ];

    private AssignmentState WithSubmissions(
        Func<Submission, bool> which,
        Func<Submission, Submission> change
    ) => this with { Submissions = [.. Submissions.Select(one => which(one) ? change(one) : one)] };

    private PartState StateOf(string code, bool isRequired) =>
        new(code, isRequired, [.. Submissions.Where(one => one.Part == code)]);

    // By its number: the end of one window may be written after the next has opened.
    private AssignmentState WithWindow(int number, Func<Window, Window> change) =>
        Windows.Any(window => window.Number == number)
            ? this with
            {
                Windows =
                [
                    .. Windows.Select(window => window.Number == number ? change(window) : window),
                ],
            }
            : throw new InvalidOperationException(
                $"A fact about generation {number} came before it opened."
            );
}

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

    /// <summary>What counts for a part, or null.</summary>
    public Submission? Counting(string part) => StateOf(part, false).Counting;

    /// <summary>Whether a submission is one that counts: the same stored file, however often it was read.</summary>
    public bool Counts(Submission submission) =>
        Counting(submission.Part)?.BlobName == submission.BlobName;

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
            AssignmentEvent.Admitted admitted => this with
            {
                Submissions =
                [
                    .. Submissions.Select(submission =>
                        submission.BlobName == admitted.BlobName
                            ? submission with
                            {
                                Judgement = admitted.Judgement,
                            }
                            : submission
                    ),
                ],
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
            Submissions = [.. Submissions, submission],
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
            now
        );

    private AssignmentPhase PhaseOf(
        TimelinessVerdict? timeliness,
        bool isTaken,
        bool isAwaited,
        bool isUnusable,
        DateTimeOffset now
    ) =>
        this switch
        {
            { Exemption: not null } => AssignmentPhase.Exempt,
            { Current: null } => AssignmentPhase.Waiting,
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

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

    /// <summary>The submission that stands for the report by the counting rule; null while none is acceptable.</summary>
    public Submission? Counting => Events.Counting.Choose(Submissions);

    /// <summary>Whether a submission is the one that counts: the same stored file, however often it was read.</summary>
    public bool Counts(Submission submission) => Counting?.BlobName == submission.BlobName;

    /// <summary>How the assignment stands to time for ever: as its first counting report did; null without one.</summary>
    public TimelinessVerdict? Timeliness => Events.Counting.FirstTimeliness(Submissions);

    /// <summary>Whether the current window has a submission that counts.</summary>
    public bool CurrentIsAccepted =>
        Current is { } current && Counting is { } counting && counting.Window == current.Number;

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
            AssignmentEvent.SubmissionRecorded recorded => this with
            {
                Submissions = [.. Submissions, recorded.Submission],
            },
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

    /// <summary>The state that a whole stream adds up to.</summary>
    public static AssignmentState Of(IEnumerable<Entry> entries) =>
        entries.Aggregate(None, (state, entry) => state.Apply(entry.Event));

    /// <summary>The state in the words of the status page.</summary>
    /// <param name="now">The present; an open assignment turns overdue by itself.</param>
    public AssignmentPhase Phase(DateTimeOffset now) =>
        this switch
        {
            { Exemption: not null } => AssignmentPhase.Exempt,
            { Current: null } => AssignmentPhase.Waiting,
            {
                Current:
                { Outcome: null, Cause: OpeningCause.ChangesAsked or OpeningCause.Returned },
                CurrentIsAccepted: false
            } => AssignmentPhase.Reopened,
            { Counting: not null, Timeliness: TimelinessVerdict.OnTime } => AssignmentPhase.OnTime,
            { Counting: not null } => AssignmentPhase.Late,
            { Current.Outcome: not null } => AssignmentPhase.Missing,
            { Current: var current } when current.DueInForce.HasPassed(now) =>
                AssignmentPhase.Overdue,
            { Submissions.Count: > 0 } => AssignmentPhase.ToMend,
            _ => AssignmentPhase.Open,
        };

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

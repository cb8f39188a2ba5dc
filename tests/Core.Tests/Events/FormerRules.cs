using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Tests.Audit;

/// <summary>
/// How an assignment was judged when a report was one file and nothing knew of parts, kept as it was: what a report of one part is held
/// against.
/// </summary>
internal sealed record FormerRules
{
    public static readonly FormerRules None = new();

    public IReadOnlyList<Window> Windows { get; private init; } = [];

    public IReadOnlyList<Submission> Submissions { get; private init; } = [];

    public bool IsExempt { get; private init; }

    public Window? Current => Windows.Count > 0 ? Windows[^1] : null;

    public Submission? Counting =>
        Able()
            .OrderByDescending(submission => submission.Window)
            .ThenBy(submission => submission.Judgement.Verdict)
            .ThenByDescending(submission => submission.Judgement.Committed)
            .ThenByDescending(submission => submission.BlobName, StringComparer.Ordinal)
            .FirstOrDefault();

    public TimelinessVerdict? Timeliness =>
        Able()
            .OrderBy(submission => submission.Window)
            .ThenBy(submission => submission.Judgement.Verdict)
            .FirstOrDefault()
            ?.Judgement.Verdict;

    public bool CurrentIsAccepted =>
        Current is { } current && Counting is { } counting && counting.Window == current.Number;

    public bool IsSettled => IsExempt || CurrentIsAccepted || Current?.Outcome is not null;

    public FormerRules Apply(AssignmentEvent @event) =>
        @event switch
        {
            AssignmentEvent.Opened opened => this with
            {
                Windows =
                [
                    .. Windows,
                    new Window(
                        opened.Window,
                        opened.Cause,
                        opened.Due,
                        opened.Closes,
                        [],
                        null,
                        opened.Comment,
                        null,
                        CheckTerms.Unsaid
                    ),
                ],
            },
            AssignmentEvent.DueExtended extended => With(
                extended.Window,
                window => window with { Extension = extended.To, Closes = extended.Closes }
            ),
            AssignmentEvent.WindowEnded ended => With(
                ended.Window,
                window => window with { Outcome = ended.Outcome }
            ),
            AssignmentEvent.SubmissionRecorded recorded => this with
            {
                Submissions = [.. Submissions, recorded.Submission],
            },
            AssignmentEvent.Exempted => this with { IsExempt = true },
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
            _ => this,
        };

    public AssignmentPhase Phase(DateTimeOffset now) =>
        this switch
        {
            { IsExempt: true } => AssignmentPhase.Exempt,
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

    private IEnumerable<Submission> Able() =>
        Submissions.Where(submission =>
            submission.IsAcceptable && submission.Judgement.Verdict != TimelinessVerdict.Refused
        );

    private FormerRules With(int number, Func<Window, Window> change) =>
        this with
        {
            Windows =
            [
                .. Windows.Select(window => window.Number == number ? change(window) : window),
            ],
        };
}

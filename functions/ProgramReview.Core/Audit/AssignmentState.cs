using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Audit;

/// <summary>What an assignment's facts add up to.</summary>
public sealed record AssignmentState
{
    /// <summary>The state before any fact.</summary>
    public static readonly AssignmentState None = new();

    /// <summary>The generations that opened, in order.</summary>
    public IReadOnlyList<Generation> Generations { get; private init; } = [];

    /// <summary>All recorded submissions, in the order they were recorded.</summary>
    public IReadOnlyList<Submission> Submissions { get; private init; } = [];

    /// <summary>The exemption, or null.</summary>
    public AssignmentFact.Exempted? Exemption { get; private init; }

    /// <summary>The current generation, or null before the first opened.</summary>
    public Generation? Current => Generations.Count > 0 ? Generations[^1] : null;

    /// <summary>The submission that counts, or null.</summary>
    public Submission? Counting => Audit.Counting.Choose(Submissions);

    /// <summary>How the assignment stands to time for ever: as its first counting report did; null without one.</summary>
    public TimelinessVerdict? Timeliness => Audit.Counting.FirstTimeliness(Submissions);

    /// <summary>Whether the current generation has a submission that counts.</summary>
    public bool CurrentIsAccepted =>
        Current is { } current && Counting is { } counting && counting.Generation == current.Number;

    /// <summary>Whether later stages may go ahead: accepted, exempt or closed. It can still be replaced until it closes.</summary>
    public bool IsSettled =>
        Exemption is not null || CurrentIsAccepted || Current?.Outcome is not null;

    /// <summary>The state after one more fact.</summary>
    public AssignmentState Apply(Fact fact) =>
        fact switch
        {
            AssignmentFact.Opened opened => this with
            {
                Generations = [.. Generations, new Generation(opened)],
            },
            AssignmentFact.DueExtended extended => WithGeneration(
                extended.Generation,
                generation => generation with { Extension = extended.To, Closes = extended.Closes }
            ),
            AssignmentFact.GenerationEnded ended => WithGeneration(
                ended.Generation,
                generation => generation with { Outcome = ended.Outcome }
            ),
            AssignmentFact.SubmissionRecorded recorded => this with
            {
                Submissions = [.. Submissions, recorded.Submission],
            },
            AssignmentFact.Exempted exempted => this with { Exemption = exempted },
            AssignmentFact.Admitted admitted => this with
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
            AssignmentFact.UploadPermitted
            or AssignmentFact.AttemptRefused
            or AssignmentFact.ReturnAsked
            or AssignmentFact.Reminded
            or AssignmentFact.LinksReissued
            or AssignmentFact.Mailed
            or AssignmentFact.Corrected => this,
            _ => throw new InvalidOperationException(
                $"{fact.GetType().Name} is no fact of an assignment."
            ),
        };

    /// <summary>The state that a whole stream adds up to.</summary>
    public static AssignmentState Of(IEnumerable<Entry> entries) =>
        entries.Aggregate(None, (state, entry) => state.Apply(entry.Fact));

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
            { Current: var current } when current.DueInForce.Remaining(now) <= TimeSpan.Zero =>
                AssignmentPhase.Overdue,
            { Submissions.Count: > 0 } => AssignmentPhase.ToMend,
            _ => AssignmentPhase.Open,
        };

    // By its number: the end of one generation may be written after the next has opened.
    private AssignmentState WithGeneration(int number, Func<Generation, Generation> change) =>
        Generations.Any(generation => generation.Number == number)
            ? this with
            {
                Generations =
                [
                    .. Generations.Select(generation =>
                        generation.Number == number ? change(generation) : generation
                    ),
                ],
            }
            : throw new InvalidOperationException(
                $"A fact about generation {number} came before it opened."
            );
}

using ProgramReview.Core.Audit;
using ProgramReview.Core.Naming;

namespace ProgramReview.Local.Rehearsal.People;

/// <summary>Something a played person does with a link out of a mail.</summary>
public abstract record Act
{
    private Act() { }

    /// <summary>When, in product time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The link's address, as it stood in the mail.</summary>
    public required Uri Link { get; init; }

    /// <summary>Whose mail it was: the person's id.</summary>
    public required string Person { get; init; }

    /// <summary>Sends a report.</summary>
    /// <param name="Assignment">For which assignment.</param>
    /// <param name="File">What is sent.</param>
    public sealed record Upload(AssignmentId Assignment, SampleFile File) : Act;

    /// <summary>Answers in an approval round.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="Verdict">The answer.</param>
    /// <param name="Comment">What is written.</param>
    /// <param name="Reopen">What is to be changed.</param>
    public sealed record Decide(
        int Round,
        DecisionVerdict Verdict,
        string Comment,
        IReadOnlyList<AssignmentId> Reopen
    ) : Act;
}

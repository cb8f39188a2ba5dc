using ProgramReview.Core.Events;
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

    /// <summary>Opens the page and only looks.</summary>
    /// <param name="Subject">What the link is for: an assignment, or a round.</param>
    public sealed record Open(string Subject) : Act;

    /// <summary>Sends a report.</summary>
    /// <param name="Assignment">For which assignment.</param>
    /// <param name="File">What is sent.</param>
    public sealed record Upload(AssignmentId Assignment, SampleFile File) : Act;

    /// <summary>Writes to operations for more time.</summary>
    /// <param name="Assignment">For which assignment.</param>
    /// <param name="Until">The due instant that is asked for.</param>
    /// <param name="IsGranted">What operations answer.</param>
    public sealed record AskExtension(AssignmentId Assignment, DateTimeOffset Until, bool IsGranted)
        : Act;

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

    /// <summary>Operations choose what comes after an expired round.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="AfterRound">The round that expired.</param>
    /// <param name="Step">What comes next.</param>
    public sealed record ChooseNextStep(CycleId Cycle, int AfterRound, NextStep Step) : Act;
}

using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <summary>What a step comes to.</summary>
/// <param name="Row">The instance as it is now, or as its next generation begins.</param>
/// <param name="History">The new lines of history.</param>
/// <param name="Run">The live code; none if it has ended.</param>
/// <param name="Next">The next generation, if one begins.</param>
internal sealed record StepResult(
    InstanceRow Row,
    List<HistoryEvent> History,
    OrchestrationRun? Run = null,
    NextGeneration? Next = null
);

/// <summary>What a new generation goes on with besides its row and the mailbox.</summary>
/// <param name="History">The events the code had and did not await: its history begins with them.</param>
internal sealed record NextGeneration(IReadOnlyList<HistoryEvent> History);

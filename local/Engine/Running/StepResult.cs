using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <summary>What a step comes to.</summary>
/// <param name="Row">The instance as it is now; a new execution number means a new generation.</param>
/// <param name="History">The new lines of history.</param>
/// <param name="CarriedOver">Events for the next generation.</param>
/// <param name="Run">The live code.</param>
internal sealed record StepResult(
    InstanceRow Row,
    List<HistoryEvent> History,
    IReadOnlyList<HistoryEvent> CarriedOver,
    OrchestrationRun? Run
);

namespace Microsoft.DurableTask;

/// <summary>An orchestrator as the engine sees it.</summary>
public interface ITaskOrchestrator
{
    /// <summary>The type of the input.</summary>
    Type InputType { get; }

    /// <summary>The type of the result.</summary>
    Type OutputType { get; }

    /// <summary>Runs the orchestrator.</summary>
    Task<object?> RunAsync(TaskOrchestrationContext context, object? input);
}

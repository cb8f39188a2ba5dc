namespace Microsoft.DurableTask;

/// <summary>Makes orchestrators out of functions.</summary>
public static class FuncTaskOrchestrator
{
    /// <summary>An orchestrator that runs the function.</summary>
    public static TaskOrchestrator<TInput, TOutput> Create<TInput, TOutput>(
        Func<TaskOrchestrationContext, TInput, Task<TOutput>> implementation
    )
    {
        ArgumentNullException.ThrowIfNull(implementation);
        return new Implementation<TInput, TOutput>(implementation);
    }

    private sealed class Implementation<TInput, TOutput>(
        Func<TaskOrchestrationContext, TInput, Task<TOutput>> run
    ) : TaskOrchestrator<TInput, TOutput>
    {
        public override Task<TOutput> RunAsync(TaskOrchestrationContext context, TInput input) =>
            run(context, input);
    }
}

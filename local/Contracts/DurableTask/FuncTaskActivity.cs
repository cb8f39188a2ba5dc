namespace Microsoft.DurableTask;

/// <summary>Makes activities out of functions.</summary>
public static class FuncTaskActivity
{
    /// <summary>An activity that runs the function.</summary>
    public static TaskActivity<TInput, TOutput> Create<TInput, TOutput>(
        Func<TaskActivityContext, TInput, Task<TOutput>> implementation
    )
    {
        ArgumentNullException.ThrowIfNull(implementation);
        return new Implementation<TInput, TOutput>(implementation);
    }

    private sealed class Implementation<TInput, TOutput>(
        Func<TaskActivityContext, TInput, Task<TOutput>> run
    ) : TaskActivity<TInput, TOutput>
    {
        public override Task<TOutput> RunAsync(TaskActivityContext context, TInput input) =>
            run(context, input);
    }
}

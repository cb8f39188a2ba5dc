using Microsoft.DurableTask;
using ProgramReview.Local.Engine.Running;

namespace ProgramReview.Local.Engine.Functions;

/// <summary>An activity that is a function, in the scope of its call.</summary>
internal sealed class FunctionActivity(FunctionMethod function, IServiceProvider services)
    : ITaskActivity
{
    public Type InputType => function.InputType;

    public Type OutputType => function.OutputType;

    public Task<object?> RunAsync(TaskActivityContext context, object? input)
    {
        var engine = context as EngineActivityContext;
        return function.InvokeAsync(
            services,
            new(context.InstanceId, input, services)
            {
                Activity = context,
                Client = engine?.Client,
                Cancellation = engine?.Stop ?? CancellationToken.None,
            }
        );
    }
}

using Microsoft.DurableTask;
using ProgramReview.Local.Engine.Running;

namespace ProgramReview.Local.Engine.Functions;

/// <summary>An activity that is a function, in the scope of its call.</summary>
internal sealed class FunctionActivity(
    BoundFunction function,
    Type input,
    IServiceProvider services
) : ITaskActivity
{
    public Type InputType => input;

    public Type OutputType => function.OutputType;

    public Task<object?> RunAsync(TaskActivityContext context, object? input)
    {
        var engine = context as EngineActivityContext;
        return function.CallAsync(
            new(
                function,
                context.InstanceId,
                services,
                input,
                engine?.Stop ?? CancellationToken.None
            )
            {
                Client = engine?.Client,
            }
        );
    }
}

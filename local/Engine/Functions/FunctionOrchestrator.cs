using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Local.Engine.Functions;

/// <summary>An orchestrator that is a function.</summary>
internal sealed class FunctionOrchestrator(BoundFunction function, Type input) : ITaskOrchestrator
{
    private static readonly IServiceProvider NoServices =
        new ServiceCollection().BuildServiceProvider();

    public Type InputType => input;

    public Type OutputType => function.OutputType;

    public Task<object?> RunAsync(TaskOrchestrationContext context, object? input) =>
        function.CallAsync(
            new(function, context.InstanceId, NoServices, input, CancellationToken.None)
            {
                Orchestration = context,
            }
        );
}

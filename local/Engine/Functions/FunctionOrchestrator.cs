using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Local.Engine.Functions;

/// <summary>An orchestrator that is a function.</summary>
internal sealed class FunctionOrchestrator(FunctionMethod function) : ITaskOrchestrator
{
    private static readonly IServiceProvider NoServices =
        new ServiceCollection().BuildServiceProvider();

    public Type InputType => function.InputType;

    public Type OutputType => function.OutputType;

    public Task<object?> RunAsync(TaskOrchestrationContext context, object? input) =>
        function.InvokeAsync(
            NoServices,
            new(context.InstanceId, input, NoServices) { Orchestration = context }
        );
}

using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ProgramReview.Local.Engine.Functions;

/// <summary>What the parameters of one call can be filled with.</summary>
internal sealed record FunctionCall(string InstanceId, object? Input, IServiceProvider Services)
{
    public TaskOrchestrationContext? Orchestration { get; init; }

    public TaskActivityContext? Activity { get; init; }

    public DurableTaskClient? Client { get; init; }

    public CancellationToken Cancellation { get; init; }

    public FunctionContext Context(string name, MethodInfo method) =>
        new DurableFunctionContext(name, method, InstanceId, Services, Cancellation);
}

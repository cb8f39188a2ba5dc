using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ProgramReview.Local.Simulation.Faults;

/// <summary>A client whose rings are lost, late or doubled on their way.</summary>
/// <param name="inner">The engine's client.</param>
/// <param name="faults">What goes wrong.</param>
/// <param name="connection">The way to the engine.</param>
/// <param name="later">Sends a ring after a while: its instance and the delay.</param>
internal sealed class FaultyClient(
    DurableTaskClient inner,
    FaultInjection faults,
    FaultyConnection connection,
    Action<string, TimeSpan> later
) : DurableTaskClient(inner.Name)
{
    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default
    ) =>
        connection.WriteAsync(
            $"start {options?.InstanceId}",
            () =>
                inner.ScheduleNewOrchestrationInstanceAsync(
                    orchestratorName,
                    input,
                    options,
                    cancellation
                )
        );

    public override async Task RaiseEventAsync(
        string instanceId,
        string eventName,
        object? eventPayload = null,
        CancellationToken cancellation = default
    )
    {
        var where = $"ring {instanceId}";
        switch (faults.At($"the {where}", Fault.Lost, Fault.Late, Fault.Doubled))
        {
            case Fault.Lost:
                return;
            case Fault.Late:
                later(instanceId, faults.Lateness(where));
                return;
            case Fault.Doubled:
                later(instanceId, faults.Lateness(where));
                break;
            default:
                break;
        }
        await connection.WriteAsync(
            where,
            () => inner.RaiseEventAsync(instanceId, eventName, eventPayload, cancellation)
        );
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default
    ) =>
        connection.ReadAsync(
            $"look at {instanceId}",
            () => inner.GetInstancesAsync(instanceId, getInputsAndOutputs, cancellation)
        );

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default
    ) => inner.WaitForInstanceStartAsync(instanceId, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default
    ) => inner.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs, cancellation);

    public override Task SuspendInstanceAsync(
        string instanceId,
        string? reason = null,
        CancellationToken cancellation = default
    ) => inner.SuspendInstanceAsync(instanceId, reason, cancellation);

    public override Task ResumeInstanceAsync(
        string instanceId,
        string? reason = null,
        CancellationToken cancellation = default
    ) => inner.ResumeInstanceAsync(instanceId, reason, cancellation);

    public override Task TerminateInstanceAsync(
        string instanceId,
        TerminateInstanceOptions? options = null,
        CancellationToken cancellation = default
    ) =>
        connection.WriteAsync(
            $"terminate {instanceId}",
            () => inner.TerminateInstanceAsync(instanceId, options, cancellation)
        );

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(
        OrchestrationQuery? filter = null
    ) => inner.GetAllInstancesAsync(filter);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}

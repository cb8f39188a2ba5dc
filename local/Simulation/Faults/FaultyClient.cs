using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ProgramReview.Local.Simulation.Faults;

/// <summary>A client whose signals are lost, late or doubled on their way.</summary>
/// <param name="inner">The engine's client.</param>
/// <param name="connection">The way to the engine.</param>
/// <param name="later">Sends a signal after a while: its instance and the delay.</param>
internal sealed class FaultyClient(
    DurableTaskClient inner,
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
        var isNow = false;
        connection.Deliver(
            $"the wake signal to {instanceId}",
            TimeSpan.Zero,
            delay =>
            {
                if (delay == TimeSpan.Zero)
                {
                    isNow = true;
                }
                else
                {
                    later(instanceId, delay);
                }
            }
        );
        if (!isNow)
        {
            return;
        }
        await connection.WriteAsync(
            $"wake {instanceId}",
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

    public override Task<PurgeResult> PurgeInstanceAsync(
        string instanceId,
        PurgeInstanceOptions? options = null,
        CancellationToken cancellation = default
    ) => inner.PurgeInstanceAsync(instanceId, options, cancellation);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(
        OrchestrationQuery? filter = null
    ) => inner.GetAllInstancesAsync(filter);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}

using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ProgramReview.Local.Simulation.Chance;

namespace ProgramReview.Local.Simulation.Ports;

/// <summary>A client whose rings are lost, late or doubled on their way.</summary>
/// <param name="inner">The engine's client.</param>
/// <param name="mishaps">What goes wrong.</param>
/// <param name="line">The line to the engine.</param>
/// <param name="later">Sends a ring after a while: its instance and the delay.</param>
internal sealed class ForgetfulClient(
    DurableTaskClient inner,
    Mishaps mishaps,
    Line line,
    Action<string, TimeSpan> later
) : DurableTaskClient(inner.Name)
{
    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default
    ) =>
        line.WriteAsync(
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
        switch (mishaps.At($"the {where}", Mishap.Lost, Mishap.Late, Mishap.Doubled))
        {
            case Mishap.Lost:
                return;
            case Mishap.Late:
                later(instanceId, mishaps.Lateness(where));
                return;
            case Mishap.Doubled:
                later(instanceId, mishaps.Lateness(where));
                break;
            default:
                break;
        }
        await line.WriteAsync(
            where,
            () => inner.RaiseEventAsync(instanceId, eventName, eventPayload, cancellation)
        );
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default
    ) =>
        line.ReadAsync(
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
        line.WriteAsync(
            $"terminate {instanceId}",
            () => inner.TerminateInstanceAsync(instanceId, options, cancellation)
        );

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(
        OrchestrationQuery? filter = null
    ) => inner.GetAllInstancesAsync(filter);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}

using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ProgramReview.Local.Engine.Running;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine;

/// <summary>The client of an engine in the same process.</summary>
internal sealed partial class EngineClient(
    EngineCore core,
    DataConverter converter,
    Func<Guid> newId
) : DurableTaskClient("local")
{
    private static readonly OrchestrationRuntimeStatus[] DefaultBlocking =
    [
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Suspended,
    ];

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        if (orchestratorName == default)
        {
            throw new ArgumentException(
                "The name of the orchestrator is empty.",
                nameof(orchestratorName)
            );
        }

        var id = options?.InstanceId ?? newId().ToString("N");
        InstanceIds.Check(id);
        var row = new InstanceRow(id, 0, orchestratorName.Name, core.Now)
        {
            Input = converter.Serialize(input),
            StartAt = options?.StartAt?.ToUniversalTime(),
            Version = options?.Version?.Version ?? "",
            Tags = Labels.Write(options?.Tags),
        };
        await core.StartAsync(row, Blocking(options?.DedupeStatuses));
        return id;
    }

    public override Task RaiseEventAsync(
        string instanceId,
        string eventName,
        object? eventPayload = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return SendAsync(
            instanceId,
            new(
                EventKind.EventRaised,
                core.Now.UtcTicks,
                Name: eventName,
                Data: converter.Serialize(eventPayload)
            ),
            "raise an event to",
            _ => true,
            cancellation
        );
    }

    public override Task SuspendInstanceAsync(
        string instanceId,
        string? reason = null,
        CancellationToken cancellation = default
    ) =>
        SendAsync(
            instanceId,
            new(EventKind.Suspended, core.Now.UtcTicks, Data: reason),
            "suspend",
            status =>
                status is OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending,
            cancellation
        );

    public override Task ResumeInstanceAsync(
        string instanceId,
        string? reason = null,
        CancellationToken cancellation = default
    ) =>
        SendAsync(
            instanceId,
            new(EventKind.Resumed, core.Now.UtcTicks, Data: reason),
            "resume",
            status => status == OrchestrationRuntimeStatus.Suspended,
            cancellation
        );

    public override Task TerminateInstanceAsync(
        string instanceId,
        TerminateInstanceOptions? options = null,
        CancellationToken cancellation = default
    ) =>
        SendAsync(
            instanceId,
            new(
                EventKind.Terminated,
                core.Now.UtcTicks,
                Data: converter.Serialize(options?.Output),
                Target: options?.Recursive == true ? EngineCore.Recursive : null
            ),
            "terminate",
            _ => true,
            cancellation
        );

    private static OrchestrationRuntimeStatus[] Blocking(IReadOnlyList<string>? given)
    {
        if (given is not { Count: > 0 })
        {
            return DefaultBlocking;
        }

        return
        [
            .. given.Select(text =>
                Enum.TryParse<OrchestrationRuntimeStatus>(text, ignoreCase: true, out var status)
                && Enum.IsDefined(status)
                    ? status
                    : throw new ArgumentException(
                        $"'{text}' is not an orchestration status.",
                        nameof(given)
                    )
            ),
        ];
    }

    private Task SendAsync(
        string instanceId,
        HistoryEvent message,
        string what,
        Func<OrchestrationRuntimeStatus, bool> allowed,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return core.SendAsync(instanceId, message, what, allowed);
    }
}

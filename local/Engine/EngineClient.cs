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
    private static readonly OrchestrationRuntimeStatus[] LiveStatuses =
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
        Bounds.Name(orchestratorName.Name, "The name");
        var version = options?.Version?.Version ?? "";
        Bounds.Name(version, "The version");
        var payload = converter.Serialize(input);
        await core.StartAsync(
            id,
            execution =>
                new(id, execution, orchestratorName.Name, core.Now)
                {
                    Input = payload,
                    StartAt = options?.StartAt?.ToUniversalTime(),
                    Version = version,
                    Tags = Labels.Write(options?.Tags),
                },
            Blocking(options?.DedupeStatuses)
        );
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
        Bounds.Name(eventName, "The name of the event");
        return SendAsync(
            instanceId,
            new(
                EventKind.EventRaised,
                core.Now.UtcTicks,
                Name: eventName,
                Data: converter.Serialize(eventPayload)
            ),
            "raise an event to",
            null,
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
            new(EventKind.Suspended, core.Now.UtcTicks, Data: Check(reason)),
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
            new(EventKind.Resumed, core.Now.UtcTicks, Data: Check(reason)),
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
                options?.Recursive == true
                    ? EventKind.TerminatedWithChildren
                    : EventKind.Terminated,
                core.Now.UtcTicks,
                Data: converter.Serialize(options?.Output)
            ),
            "terminate",
            null,
            cancellation
        );

    private static string? Check(string? reason) =>
        reason is null ? null : Bounds.Name(reason, "The reason");

    /// <summary>The statuses that stand in the way of a start. An empty list says that none does; no list leaves it to the engine.</summary>
    private static OrchestrationRuntimeStatus[] Blocking(IReadOnlyList<string>? given)
    {
        if (given is null)
        {
            return LiveStatuses;
        }

        OrchestrationRuntimeStatus[] blocking =
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

        // As the extension of Functions does, which ends what it replaces and would then stumble over it.
        return
            blocking.Contains(OrchestrationRuntimeStatus.Terminated)
            && LiveStatuses.Except(blocking).Any()
            ? throw new ArgumentException(
                "Dedupe statuses that contain Terminated must contain Running, Pending and Suspended too: a live instance that may be replaced is terminated first, and would then be in the way.",
                nameof(given)
            )
            : blocking;
    }

    private Task SendAsync(
        string instanceId,
        HistoryEvent message,
        string what,
        Func<OrchestrationRuntimeStatus, bool>? allowed,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return core.SendAsync(instanceId, message, what, allowed);
    }
}

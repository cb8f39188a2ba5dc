using Microsoft.DurableTask.Client;

namespace ProgramReview.Local.Engine.Stores;

/// <summary>An instance as it is stored and shown, without its history.</summary>
/// <param name="Id">The instance id.</param>
/// <param name="Execution">The number of its present generation; histories and results belong to one.</param>
/// <param name="Name">The orchestrator's name, as the caller wrote it.</param>
/// <param name="CreatedAt">When the present generation was created.</param>
internal sealed record InstanceRow(string Id, long Execution, string Name, DateTimeOffset CreatedAt)
{
    public OrchestrationRuntimeStatus Status { get; init; } = OrchestrationRuntimeStatus.Pending;

    public DateTimeOffset UpdatedAt { get; init; } = CreatedAt;

    public DateTimeOffset? StartAt { get; init; }

    public string Version { get; init; } = "";

    public string? Input { get; init; }

    public string? Output { get; init; }

    public string? CustomStatus { get; init; }

    /// <summary>The failure's details, as JSON.</summary>
    public string? Failure { get; init; }

    public ParentCall? Parent { get; init; }

    /// <summary>The labels, as JSON.</summary>
    public string? Tags { get; init; }

    public bool IsLive =>
        Status
            is OrchestrationRuntimeStatus.Pending
                or OrchestrationRuntimeStatus.Running
                or OrchestrationRuntimeStatus.Suspended;
}

/// <summary>The call a child answers.</summary>
internal sealed record ParentCall(string InstanceId, string Name, long Execution, int TaskId);

using System.Collections.Immutable;
using Microsoft.DurableTask.Converters;

namespace Microsoft.DurableTask.Client;

/// <summary>An orchestration as its client sees it.</summary>
public sealed class OrchestrationMetadata
{
    /// <summary>With the orchestrator's name and the instance id.</summary>
    public OrchestrationMetadata(string name, string instanceId)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        Name = name;
        InstanceId = instanceId;
    }

    /// <summary>The orchestrator's name, as the caller wrote it.</summary>
    public string Name { get; }

    /// <summary>The instance id.</summary>
    public string InstanceId { get; }

    /// <summary>What turns text into values.</summary>
    public DataConverter? DataConverter { get; init; }

    /// <summary>Where it stands.</summary>
    public OrchestrationRuntimeStatus RuntimeStatus { get; init; }

    /// <summary>When it, or its present generation, was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset LastUpdatedAt { get; init; }

    /// <summary>The input as text, if asked for.</summary>
    public string? SerializedInput { get; init; }

    /// <summary>The result as text, if asked for.</summary>
    public string? SerializedOutput { get; init; }

    /// <summary>The custom status as text, if asked for.</summary>
    public string? SerializedCustomStatus { get; init; }

    /// <summary>Why it failed, if asked for.</summary>
    public TaskFailureDetails? FailureDetails { get; init; }

    /// <summary>The labels it was started with.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether it ended: completed, failed or terminated.</summary>
    public bool IsCompleted =>
        RuntimeStatus
            is OrchestrationRuntimeStatus.Completed
                or OrchestrationRuntimeStatus.Failed
                or OrchestrationRuntimeStatus.Terminated;

    /// <summary>Whether it runs: neither pending nor suspended nor ended.</summary>
    public bool IsRunning => RuntimeStatus == OrchestrationRuntimeStatus.Running;

    private bool HasPayloads => DataConverter is not null;

    /// <summary>The input as a value.</summary>
    public T? ReadInputAs<T>() => Read<T>(SerializedInput, nameof(SerializedInput));

    /// <summary>The result as a value.</summary>
    public T? ReadOutputAs<T>() => Read<T>(SerializedOutput, nameof(SerializedOutput));

    /// <summary>The custom status as a value.</summary>
    public T? ReadCustomStatusAs<T>() =>
        Read<T>(SerializedCustomStatus, nameof(SerializedCustomStatus));

    /// <inheritdoc/>
    public override string ToString() =>
        $"[Name: '{Name}', ID: '{InstanceId}', RuntimeStatus: {RuntimeStatus}, CreatedAt: {CreatedAt:s}, LastUpdatedAt: {LastUpdatedAt:s}]";

    private T? Read<T>(string? text, string property)
    {
        if (!HasPayloads)
        {
            throw new InvalidOperationException(
                $"{property} was not fetched: ask for inputs and outputs when getting the instance."
            );
        }

        return (DataConverter ?? JsonDataConverter.Default).Deserialize<T>(text);
    }
}

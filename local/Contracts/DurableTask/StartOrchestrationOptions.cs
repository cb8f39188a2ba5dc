using System.Collections.Immutable;

namespace Microsoft.DurableTask;

/// <summary>How an orchestration is started.</summary>
public record StartOrchestrationOptions
{
    /// <summary>With an instance id and a start time.</summary>
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    /// <summary>Copies other options.</summary>
    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        Tags = options.Tags;
        Version = options.Version;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>The instance id; random unless given.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Not before; at once unless given.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Labels kept with the instance.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    /// <summary>The version to start.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>The statuses of an existing instance that block the start; all others are replaced.</summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}

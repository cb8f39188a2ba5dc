namespace Microsoft.DurableTask;

/// <summary>The version of an orchestrator or activity, compared as text without regard to case.</summary>
public readonly struct TaskVersion : IEquatable<TaskVersion>
{
    /// <summary>No version.</summary>
    public static readonly TaskVersion Unversioned;

    private readonly string? _version;

    /// <summary>Takes a version; null or empty means none, blanks alone are refused.</summary>
    public TaskVersion(string? version)
    {
        if (version is { Length: > 0 } && string.IsNullOrWhiteSpace(version))
        {
            throw new ArgumentException("A version may be empty but not blank.", nameof(version));
        }

        _version = version;
    }

    /// <summary>The version as written; empty for none.</summary>
    public string Version => _version ?? string.Empty;

    /// <summary>The text of a version.</summary>
    public static implicit operator string(TaskVersion value) => value.Version;

    /// <summary>A text as a version.</summary>
    public static implicit operator TaskVersion(string? value) => new(value);

    /// <summary>Whether two versions differ by more than case.</summary>
    public static bool operator !=(TaskVersion a, TaskVersion b) => !a.Equals(b);

    /// <summary>Whether two versions differ by case at most.</summary>
    public static bool operator ==(TaskVersion a, TaskVersion b) => a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(TaskVersion other) =>
        string.Equals(Version, other.Version, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskVersion other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Version);
}

namespace Microsoft.DurableTask;

/// <summary>The name of an orchestrator, activity or event, compared without regard to case.</summary>
public readonly struct TaskName : IEquatable<TaskName>
{
    /// <summary>Takes the name as written; null gives the invalid default.</summary>
    public TaskName(string name)
    {
        Name = name;
    }

    /// <summary>The name as written.</summary>
    public string Name { get; }

    /// <summary>The text of a name.</summary>
    public static implicit operator string(TaskName value) => value.Name;

    /// <summary>A text as a name; empty gives the invalid default.</summary>
    public static implicit operator TaskName(string value) =>
        string.IsNullOrEmpty(value) ? default : new(value);

    /// <summary>Whether two names differ by more than case.</summary>
    public static bool operator !=(TaskName a, TaskName b) => !a.Equals(b);

    /// <summary>Whether two names differ by case at most.</summary>
    public static bool operator ==(TaskName a, TaskName b) => a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(TaskName other) =>
        string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskName other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Name is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <inheritdoc/>
    public override string ToString() => Name ?? string.Empty;
}

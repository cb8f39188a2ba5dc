namespace Microsoft.DurableTask.Client;

/// <summary>What a purge removed.</summary>
public class PurgeResult
{
    /// <summary>With the number removed.</summary>
    public PurgeResult(int count)
        : this(count, null) { }

    /// <summary>With the number removed, and whether that was all.</summary>
    public PurgeResult(int count, bool? isComplete)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        PurgedInstanceCount = count;
        IsComplete = isComplete;
    }

    /// <summary>The number of instances removed.</summary>
    public int PurgedInstanceCount { get; }

    /// <summary>Whether nothing was left; null if unknown.</summary>
    public bool? IsComplete { get; }
}

namespace Microsoft.DurableTask;

/// <summary>A part of a result.</summary>
public sealed class Page<T>
    where T : notnull
{
    /// <summary>With its values, and a token if more follow.</summary>
    public Page(IReadOnlyList<T> values, string? continuationToken = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = values;
        ContinuationToken = continuationToken;
    }

    /// <summary>The values.</summary>
    public IReadOnlyList<T> Values { get; }

    /// <summary>Where the next page begins; null at the end.</summary>
    public string? ContinuationToken { get; }
}

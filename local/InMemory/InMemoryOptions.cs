namespace ProgramReview.Local.InMemory;

/// <summary>How closely the adapters in memory follow Azure.</summary>
public sealed class InMemoryOptions
{
    /// <summary>Whether a blob's instant is cut to whole seconds, as Azure's <c>LastModified</c> is.</summary>
    public bool WholeSeconds { get; set; } = true;

    /// <summary>The seed of all chance.</summary>
    public int Seed { get; set; } = 1;
}

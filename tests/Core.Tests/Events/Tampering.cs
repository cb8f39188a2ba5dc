namespace ProgramReview.Core.Tests.Audit;

/// <summary>What somebody with the right to write to storage could do to a record.</summary>
public enum Tampering
{
    /// <summary>Other words, the hash left as it was.</summary>
    Mutate,

    /// <summary>Other words with a hash of their own; what follows is left.</summary>
    Replace,

    /// <summary>Other words with a hash of their own, and all that follows linked anew.</summary>
    Forge,

    /// <summary>An entry taken away.</summary>
    Drop,

    /// <summary>An entry taken away, and all that follows numbered and linked anew.</summary>
    DropAndRelink,

    /// <summary>Two entries in each other's place.</summary>
    Reorder,

    /// <summary>An entry and all that follows taken away.</summary>
    Truncate,
}

namespace ProgramReview.Core.Events;

/// <summary>That material for the consolidated report was asked for, and what came of it.</summary>
/// <param name="Sequence">Its entry in the cycle's chain.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="By">Who asked; null if the product made it by itself.</param>
public sealed record MaterialOrder(long Sequence, DateTimeOffset AskedAt, string? By)
{
    /// <summary>What was made; null while it is being made.</summary>
    public CycleEvent.MaterialMade? Made { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? MadeAt { get; init; }
}

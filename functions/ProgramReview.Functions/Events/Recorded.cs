using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Events;

/// <summary>What a write came to.</summary>
/// <param name="Entry">The entry on record for the occasion.</param>
/// <param name="IsNew">Whether this write added it.</param>
/// <param name="Stream">The whole stream, this entry included.</param>
public sealed record Recorded(Entry Entry, bool IsNew, EventStream Stream);

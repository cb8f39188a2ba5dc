namespace ProgramReview.Functions.Index;

/// <summary>How far the index of a cycle can be relied on.</summary>
/// <param name="IsDrawn">Whether all of it was drawn once in this schema.</param>
/// <param name="Changed">The nodes whose assignments changed since.</param>
public sealed record IndexState(bool IsDrawn, IReadOnlyList<ChangedNode> Changed);

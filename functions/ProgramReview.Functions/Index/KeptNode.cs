using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Index;

/// <summary>A node's row as it was found.</summary>
/// <param name="Row">The row, or null if there is none in this schema.</param>
/// <param name="Version">The version it had; null if there was nothing.</param>
public sealed record KeptNode(NodeRow? Row, string? Version);

using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Index;

/// <summary>The mark of a node of which an assignment changed.</summary>
/// <param name="Node">The node.</param>
/// <param name="Version">Another one each time it is marked.</param>
public sealed record ChangedNode(FanOutNode Node, string Version);

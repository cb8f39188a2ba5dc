namespace ProgramReview.Core.Planning;

/// <summary>Where a node stands in the tree of figures.</summary>
/// <param name="Node">The node.</param>
/// <param name="Depth">How many nodes are above it; 0 for the root.</param>
public sealed record FigurePlace(FanOutNode Node, int Depth);

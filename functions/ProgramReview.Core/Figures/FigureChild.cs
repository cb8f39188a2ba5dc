using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures;

/// <summary>A node that another was made from: what it holds is found by its hash and not repeated.</summary>
/// <param name="Node">The node.</param>
/// <param name="Hash">The hash of its record.</param>
public sealed record FigureChild(FanOutNode Node, string Hash);

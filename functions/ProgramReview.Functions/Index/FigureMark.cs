using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Index;

/// <summary>The mark of a node whose figures are to be made anew.</summary>
/// <param name="Place">The node.</param>
/// <param name="IsProof">Whether nothing is known to have changed: then they should turn out the same.</param>
/// <param name="Version">Another one each time it is marked.</param>
public sealed record FigureMark(FigurePlace Place, bool IsProof, string Version);

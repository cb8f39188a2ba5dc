namespace ProgramReview.Functions.Figures;

/// <summary>A node's row as it was found.</summary>
/// <param name="Row">The row, or null.</param>
/// <param name="Version">The version it had; null if there was nothing.</param>
public sealed record FoundFigureRow(FigureRow? Row, string? Version);

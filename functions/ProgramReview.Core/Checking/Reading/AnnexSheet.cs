namespace ProgramReview.Core.Checking.Reading;

/// <summary>One sheet of a workbook.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsHidden">Whether the reader of the workbook does not see it.</param>
/// <param name="Cells">Those that hold something, by row and then column.</param>
public sealed record AnnexSheet(string Name, bool IsHidden, IReadOnlyList<SheetCell> Cells);

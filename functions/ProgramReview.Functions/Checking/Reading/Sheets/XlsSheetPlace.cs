namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>A sheet as the head of an xls lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where its records begin.</param>
/// <param name="IsHidden">Whether nobody sees it.</param>
/// <param name="Kind">Whether it holds cells, a macro, a chart.</param>
internal sealed record XlsSheetPlace(string Name, int Place, bool IsHidden, byte Kind);

using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Core.Checking.Annex;

/// <summary>The cells of a sheet by their places, in Unicode.</summary>
internal sealed class SheetGrid
{
    private readonly Dictionary<(int Row, int Column), SheetCell> cells;

    public SheetGrid(AnnexSheet sheet, Func<string, string> decode)
    {
        Sheet = sheet;
        cells = sheet
            .Cells.Select(cell =>
                cell.Kind == SheetCellKind.Text
                    ? cell with
                    {
                        Written = decode(cell.Written),
                    }
                    : cell
            )
            .GroupBy(cell => (cell.Row, cell.Column))
            .ToDictionary(group => group.Key, group => group.First());
        Rows = [.. cells.Keys.Select(key => key.Row).Distinct().Order()];
        Columns = [.. cells.Keys.Select(key => key.Column).Distinct().Order()];
        ByRow = cells.Values.OrderBy(cell => cell.Column).ToLookup(cell => cell.Row);
        ByColumn = cells.Values.OrderBy(cell => cell.Row).ToLookup(cell => cell.Column);
    }

    /// <summary>The sheet.</summary>
    public AnnexSheet Sheet { get; }

    /// <summary>The rows that hold something, from above.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>The columns that hold something, from the left.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>The cells of a row, from the left.</summary>
    public ILookup<int, SheetCell> ByRow { get; }

    /// <summary>The cells of a column, from above.</summary>
    public ILookup<int, SheetCell> ByColumn { get; }

    /// <summary>The cell at a place; null if it holds nothing.</summary>
    public SheetCell? At(int row, int? column) =>
        column is { } known ? cells.GetValueOrDefault((row, known)) : null;

    /// <summary>What is written at a place, trimmed; empty for nothing.</summary>
    public string TextAt(int row, int? column) => At(row, column)?.Written.Trim() ?? "";
}

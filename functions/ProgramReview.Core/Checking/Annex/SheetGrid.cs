using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Core.Checking.Annex;

/// <summary>The cells of a sheet by their places, in Unicode.</summary>
internal sealed class SheetGrid
{
    // No annex is larger, and what lies beyond cannot make the check costly.
    private const int MostRows = 5_000;
    private const int MostColumns = 300;
    private const int MostCells = 100_000;

    private readonly Dictionary<(int Row, int Column), SheetCell> cells;

    public SheetGrid(AnnexSheet sheet, Func<string, string> decode)
    {
        Sheet = sheet;
        cells = sheet
            .Cells.Where(cell => cell.Row <= MostRows && cell.Column <= MostColumns)
            .Take(MostCells)
            .Select(cell =>
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

    /// <summary>The column that holds most of some texts, from a row on; null if none holds any.</summary>
    public int? ColumnHolding(Func<string, bool> isOne, int from)
    {
        var best = Columns
            .Select(column =>
                (
                    Column: column,
                    Count: ByColumn[column]
                        .Count(cell => cell.Row >= from && isOne(cell.Written.Trim()))
                )
            )
            .DefaultIfEmpty()
            .MaxBy(column => column.Count);
        return best.Count > 0 ? best.Column : null;
    }

    /// <summary>The first column above which a text stands; null if none does.</summary>
    public int? ColumnBelow(IEnumerable<int> above, Func<string, bool> isOne) =>
        above
            .SelectMany(row => ByRow[row])
            .Where(cell => isOne(cell.Written))
            .Select(cell => (int?)cell.Column)
            .FirstOrDefault();
}

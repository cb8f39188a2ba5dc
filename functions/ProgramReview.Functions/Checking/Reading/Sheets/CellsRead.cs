using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>Gathers the cells of a sheet within bounds, in the order of rows and columns, whatever order the file has.</summary>
internal sealed class CellsRead(ReadingBudget budget, FontTally fonts)
{
    /// <summary>The most rows that any program of tables has.</summary>
    public const int Rows = 1_048_576;

    /// <summary>The most columns that any program of tables has.</summary>
    public const int Columns = 16_384;

    private const int MostLetters = 1_000;
    private readonly List<SheetCell> cells = [];
    private readonly HashSet<int> hiddenRows = [];
    private readonly List<(int From, int To)> hiddenColumns = [];
    private readonly List<CellRange> merged = [];
    private bool isSorted = true;

    /// <summary>Whether everything lies in rows and columns that there are.</summary>
    public static bool IsIn(int row, int column) =>
        row is >= 1 and <= Rows && column is >= 1 and <= Columns;

    /// <summary>A row that is not shown.</summary>
    public void HideRow(int row)
    {
        budget.Step();
        hiddenRows.Add(row);
    }

    /// <summary>Columns that are not shown.</summary>
    public void HideColumns(int from, int to)
    {
        if (hiddenColumns.Count >= Columns)
        {
            throw new InvalidDataException("More hidden columns than there are.");
        }
        hiddenColumns.Add((from, to));
    }

    /// <summary>Cells that are one.</summary>
    public void Merge(CellRange range)
    {
        budget.Cell();
        merged.Add(range);
    }

    /// <summary>A cell that holds something.</summary>
    public void Add(SheetCell cell, string? font)
    {
        if (!IsIn(cell.Row, cell.Column))
        {
            throw new InvalidDataException("A cell lies outside of any sheet.");
        }
        budget.Cell();
        var written =
            cell.Written.Length > MostLetters ? cell.Written[..MostLetters] : cell.Written;
        written = LineText.Of(written);
        if (cell.Kind == SheetCellKind.Text)
        {
            if (written.Length == 0 && !cell.IsFormula)
            {
                return;
            }
            fonts.Add(font, written.Length);
        }
        budget.Letters(written.Length);
        isSorted &= cells.Count == 0 || Place(cells[^1]) < Place(cell);
        cells.Add((object)written == cell.Written ? cell : cell with { Written = written });
    }

    /// <summary>The sheet.</summary>
    public AnnexSheet ToSheet(string name, bool isHidden)
    {
        // Of two that claim one place the last is what programs show.
        IReadOnlyList<SheetCell> sorted = isSorted
            ? cells
            : [.. cells.GroupBy(Place).OrderBy(place => place.Key).Select(place => place.Last())];
        name = LineText.Of(name[..Math.Min(name.Length, MostLetters)]);
        if (hiddenRows.Count == 0 && hiddenColumns.Count == 0 && merged.Count == 0)
        {
            return new AnnexSheet(name, isHidden, sorted);
        }
        var inMerged = new MergedCells(merged, budget);
        return new AnnexSheet(name, isHidden, [.. sorted.Select(cell => Shown(cell, inMerged))]);
    }

    private SheetCell Shown(SheetCell cell, MergedCells inMerged)
    {
        budget.Step();
        var isHidden = hiddenRows.Contains(cell.Row) || IsHidden(cell.Column);
        var isMerged = inMerged.Hold(cell.Row, cell.Column);
        return isHidden || isMerged ? cell with { IsHidden = isHidden, IsMerged = isMerged } : cell;
    }

    private bool IsHidden(int column)
    {
        foreach (var (from, to) in hiddenColumns)
        {
            if (column >= from && column <= to)
            {
                return true;
            }
        }
        return false;
    }

    private static long Place(SheetCell cell) => (long)cell.Row * (Columns + 1) + cell.Column;
}

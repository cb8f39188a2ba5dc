namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>Tells whether cells are part of several made one, asked by row and then column.</summary>
internal sealed class MergedCells(List<CellRange> ranges, ReadingBudget budget)
{
    // Honest ones never lie over each other, so few reach across a row.
    private const int MostAcross = 20_000;
    private readonly PriorityQueue<CellRange, int> toCome = new(
        ranges.Select(range => (range, range.Top))
    );
    private readonly List<CellRange> across = [];
    private int row;

    /// <summary>Whether the cell lies in one of them.</summary>
    public bool Hold(int inRow, int column)
    {
        if (inRow != row)
        {
            row = inRow;
            across.RemoveAll(range => range.Bottom < row);
            while (toCome.TryPeek(out var next, out var top) && top <= row)
            {
                toCome.Dequeue();
                if (next.Bottom >= row && across.Count < MostAcross)
                {
                    across.Add(next);
                }
                budget.Step();
            }
        }
        foreach (var range in across)
        {
            budget.Step();
            if (column >= range.Left && column <= range.Right)
            {
                return true;
            }
        }
        return false;
    }
}

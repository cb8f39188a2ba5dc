namespace ProgramReview.Functions.Forms.Flow;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Share">How wide it is beside the others.</param>
/// <param name="IsNumber">Whether it holds numbers, which stand at its right.</param>
internal sealed record FlowColumn(string Title, int Share, bool IsNumber = false)
{
    /// <summary>How the width of a page is shared out; together exactly that width.</summary>
    public static IReadOnlyList<int> Widths(IReadOnlyList<FlowColumn> columns, int width)
    {
        var (all, given) = (columns.Sum(column => column.Share), 0);
        return
        [
            .. columns.Select(
                (column, i) =>
                {
                    var own = i == columns.Count - 1 ? width - given : width * column.Share / all;
                    given += own;
                    return own;
                }
            ),
        ];
    }
}

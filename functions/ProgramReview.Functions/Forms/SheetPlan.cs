using DocumentFormat.OpenXml.Spreadsheet;

namespace ProgramReview.Functions.Forms;

/// <summary>A sheet that is written as its rows come.</summary>
/// <param name="Name">Its name, from the product's own words.</param>
/// <param name="Widths">The widths of its columns, in letters.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record SheetPlan(
    string Name,
    IReadOnlyList<double> Widths,
    IAsyncEnumerable<IEnumerable<Cell>> Rows
)
{
    /// <summary>How many rows at its top stay in sight and are printed on every page.</summary>
    public int Head { get; init; }

    /// <summary>The sheet as formulas name it.</summary>
    public static string Reference(string name) =>
        $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
}

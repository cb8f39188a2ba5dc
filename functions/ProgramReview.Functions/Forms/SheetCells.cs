using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Forms;

namespace ProgramReview.Functions.Forms;

/// <summary>
/// Cells as typed values. A text is an inline string whatever it begins with, so nothing that a plan says is ever a formula; a number is a number.
/// </summary>
internal static partial class SheetCells
{
    // In points; Devanagari is higher than Latin.
    private const double LineHeight = 17;
    private const double Highest = 409;
    private const double Loose = 1.2;

    /// <summary>A row with its cells in order from column A on.</summary>
    public static Row Row(int number, IEnumerable<Cell> cells)
    {
        var row = new Row { RowIndex = (uint)number };
        foreach (var (i, cell) in cells.Index())
        {
            cell.CellReference = $"{Letter(i)}{number}";
            row.Append(cell);
        }
        return row;
    }

    /// <summary>
    /// The row as high as its cell with most lines, counted with words that do not fill theirs: not every program measures what it opens.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="widths">The widths of its columns, in letters.</param>
    public static Row High(Row row, IEnumerable<double> widths)
    {
        var lines = row.Elements<Cell>()
            .Zip(widths)
            .Where(one => one.First.StyleIndex! >= AnnexStyle.Head)
            .Select(one => Math.Ceiling((Shown(one.First).Length + 1) * Loose / one.Second))
            .ToList();
        if (lines.Count > 0)
        {
            row.Height = Math.Min(lines.Max() * LineHeight, Highest);
            row.CustomHeight = true;
        }
        return row;
    }

    private static string Shown(Cell cell) =>
        cell.CellFormula is null ? cell.InnerText : cell.CellValue!.Text;

    /// <summary>A text.</summary>
    public static Cell Text(string text, uint style) =>
        new()
        {
            StyleIndex = style,
            DataType = CellValues.InlineString,
            InlineString = new InlineString(
                new Text(Literal(FormText.Clean(text)))
                {
                    Space = SpaceProcessingModeValues.Preserve,
                }
            ),
        };

    /// <summary>A number.</summary>
    public static Cell Number(decimal value, uint style) =>
        new()
        {
            StyleIndex = style,
            CellValue = new CellValue(value.ToString(CultureInfo.InvariantCulture)),
        };

    /// <summary>A formula of the product's own, with what comes out of it.</summary>
    public static Cell Formula(SheetFormula formula, uint style) =>
        new()
        {
            StyleIndex = style,
            CellFormula = formula.Text is { } text ? new CellFormula(text) : null,
            CellValue = new CellValue(formula.Result.ToString(CultureInfo.InvariantCulture)),
        };

    /// <summary>A cell with nothing in it.</summary>
    public static Cell Empty(uint style) => new() { StyleIndex = style };

    /// <summary>The letters of a column.</summary>
    /// <param name="index">From 0.</param>
    public static string Letter(int index) =>
        index < 26 ? $"{(char)('A' + index)}" : Letter((index / 26) - 1) + Letter(index % 26);

    // The format reads _x0041_ as the letter A; the sign before such a word is written in the same way.
    private static string Literal(string text) => Escape().Replace(text, "_x005F_");

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}

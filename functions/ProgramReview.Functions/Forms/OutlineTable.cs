using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ProgramReview.Functions.Forms;

/// <summary>Two columns across the page, without lines: the head and the foot of a letter.</summary>
internal static class OutlineTable
{
    // In twentieths of a point; together the width between the margins.
    private const int Left = 3900;
    private const int Right = OutlinePage.Width - Left;

    /// <summary>The table.</summary>
    public static Table Of(IEnumerable<OpenXmlElement> left, IEnumerable<OpenXmlElement> right) =>
        new(
            new TableProperties(
                new TableWidth { Width = $"{Left + Right}", Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed }
            ),
            new TableGrid(
                new GridColumn { Width = $"{Left}" },
                new GridColumn { Width = $"{Right}" }
            ),
            new TableRow(Cell(Left, left), Cell(Right, right))
        );

    private static TableCell Cell(int width, IEnumerable<OpenXmlElement> content) =>
        new([
            new TableCellProperties(
                new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }
            ),
            .. content,
        ]);
}

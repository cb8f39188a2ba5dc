using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ProgramReview.Workflow.Tests.Forms;

/// <summary>Reads a filled annex as a test wants it: by the codes of rows and columns.</summary>
internal static class Sheets
{
    private const int HeadRows = 6;

    /// <summary>What stands in the cells that a body writes; those with nothing in them are left out.</summary>
    public static Dictionary<(string Row, string Column), string> Values(ReadOnlyMemory<byte> file)
    {
        using var workbook = Open(file);
        var rows = ((WorksheetPart)workbook.WorkbookPart!.GetPartById("visible"))
            .Worksheet!.Descendants<Row>()
            .ToList();
        var columns = rows[0].Elements<Cell>().Select(cell => cell.InnerText).ToList();
        return rows.Skip(HeadRows)
            .SelectMany(row =>
                row.Elements<Cell>()
                    .Select(
                        (cell, i) =>
                            (
                                Row: row.Elements<Cell>().First().InnerText,
                                Column: columns[i],
                                Value: cell.InnerText
                            )
                    )
            )
            .Where(one =>
                one.Value.Length > 0
                && (
                    one.Column.StartsWith("value/", StringComparison.Ordinal)
                    || one.Column == "reason"
                )
            )
            .ToDictionary(one => (one.Row, one.Column), one => one.Value);
    }

    /// <summary>What the file says of itself.</summary>
    public static string? Property(ReadOnlyMemory<byte> file, string name)
    {
        using var workbook = Open(file);
        return workbook
            .CustomFilePropertiesPart?.Properties?.Elements<DocumentFormat.OpenXml.CustomProperties.CustomDocumentProperty>()
            .FirstOrDefault(one => one.Name == name)
            ?.InnerText;
    }

    /// <summary>The workbook.</summary>
    public static SpreadsheetDocument Open(ReadOnlyMemory<byte> file) =>
        SpreadsheetDocument.Open(new MemoryStream(file.ToArray()), isEditable: false);
}

using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Planning;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ProgramReview.Functions.Tests.Checking;

/// <summary>Our forms as a careful person fills them in.</summary>
internal static class FilledForm
{
    private const string Sentence =
        "Ban Thường vụ đã ban hành kế hoạch, phân công cụ thể từng đồng chí phụ trách và kiểm tra việc thực hiện ở cơ sở. ";

    /// <summary>The outline with its hints written over.</summary>
    /// <param name="form">The form.</param>
    /// <param name="change">What else is done to it.</param>
    public static byte[] Outline(byte[] form, Action<W.Body>? change = null)
    {
        using var stream = Copy(form);
        using (var document = WordprocessingDocument.Open(stream, true))
        {
            var body = document.MainDocumentPart!.Document!.Body!;
            foreach (
                var hint in body.Descendants<W.SdtRun>()
                    .Where(one =>
                        one.SdtProperties?.GetFirstChild<W.ShowingPlaceholder>() is not null
                    )
                    .ToList()
            )
            {
                hint.Parent!.ReplaceChild(new W.Run(new W.Text(Over(hint))), hint);
            }
            change?.Invoke(body);
        }
        return stream.ToArray();
    }

    /// <summary>The annex with a value for everything.</summary>
    /// <param name="form">The form.</param>
    /// <param name="asked">What it asks.</param>
    /// <param name="change">What else is done to it.</param>
    public static byte[] Annex(byte[] form, AnnexDefinition asked, Action<SheetData>? change = null)
    {
        using var stream = Copy(form);
        using (var workbook = SpreadsheetDocument.Open(stream, true))
        {
            var book = workbook.WorkbookPart!;
            var first = book.Workbook!.Descendants<Sheet>().First();
            var sheet = ((WorksheetPart)book.GetPartById(first.Id!.Value!)).Worksheet!;
            var data = sheet.GetFirstChild<SheetData>()!;
            var rows = data.Elements<Row>().ToList();
            var columns = rows[0]
                .Elements<Cell>()
                .Where(cell => cell.InnerText.StartsWith("value/", StringComparison.Ordinal))
                .Select(cell => cell.CellReference!.Value!.TrimEnd('1'))
                .ToList();
            foreach (var row in rows.Skip(1))
            {
                if (
                    row.Elements<Cell>().FirstOrDefault()?.InnerText is { } code
                    && asked.Rows.FirstOrDefault(one => one.Indicator.Code == code) is { } found
                )
                {
                    foreach (var column in columns)
                    {
                        var cell = row.Elements<Cell>()
                            .First(one =>
                                one.CellReference!.Value == $"{column}{row.RowIndex!.Value}"
                            );
                        cell.DataType = null;
                        cell.RemoveAllChildren();
                        cell.CellValue = new CellValue(Value(found.Indicator));
                    }
                }
            }
            change?.Invoke(data);
        }
        return stream.ToArray();
    }

    private static string Over(W.SdtRun hint) =>
        (hint.Ancestors<W.Table>().Any(), hint.InnerText) switch
        {
            (true, var text) when text.Contains("BC", StringComparison.Ordinal) => "Số 12-BC/QU",
            (true, var text) when text.Contains('…') => "Hà Nội, ngày 10 tháng 9 năm 2024",
            (true, _) => "- Như trên",
            _ => string.Concat(Enumerable.Repeat(Sentence, 4)),
        };

    private static decimal Value(Indicator indicator) =>
        Math.Min(
            indicator.Target
                ?? indicator.Kind switch
                {
                    IndicatorKind.Percent or IndicatorKind.Score => 50,
                    IndicatorKind.Rank => 10,
                    _ => 1000,
                },
            indicator.Max ?? decimal.MaxValue
        );

    private static MemoryStream Copy(byte[] bytes)
    {
        var stream = new MemoryStream();
        stream.Write(bytes);
        stream.Position = 0;
        return stream;
    }
}

using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Checking;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Tests.Forms;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>Our own forms, filled in and saved by LibreOffice in every format that is taken, are read right.</summary>
public sealed class SavedFormTests
{
    private const string Written =
        "Quận ủy đã quán triệt Chương trình đến các tổ chức đảng trực thuộc.";

    private static readonly ReportType Type = FormSample.Hanoi.ReportTypes.Single(type =>
        type.Code == "district"
    );

    [Theory]
    [InlineData("docx")]
    [InlineData("odt")]
    public async Task An_outline_saved_as_docx_keeps_all(string first)
    {
        var saved = await LibreOffice.SaveAsync(Outline(), "docx", first);
        var file = first == "docx" ? saved : await LibreOffice.SaveAsync(saved, first, "docx");

        var facts = await ReadAsync(file, FileFormat.Docx);

        var headings = facts.Document!.Lines.Where(line => line.Level == 1).ToList();
        Assert.Equal(
            Type.Outline.Select(section => section.Vi),
            headings.Select(heading => heading.Text.Split("- ", 2)[1])
        );
        Assert.Equal(
            Type.Outline.Select(section => section.Code),
            headings.Select(heading => heading.Section)
        );
        Assert.All(
            headings,
            heading => Assert.True(heading is { IsBold: true, IsHint: false }, heading.ToString())
        );
        Assert.Equal(
            Type.Outline.Count,
            facts.Document.Lines.Count(line => line.Text == Written && !line.IsHint)
        );
        // Who receives it, who signs, where, when and under which number: nobody wrote these.
        Assert.Contains(facts.Document.Lines, line => line.IsHint);
        Assert.Equal(FormSample.District.ToString(), facts.Form!.Assignment);
        Assert.Equal("outline/1", facts.Form.Form);
        Assert.Contains(
            facts.Document.Lines,
            line => line is { IsCentred: true, IsCapitals: true }
        );
    }

    [Theory]
    [InlineData("doc", FileFormat.Doc)]
    [InlineData("pdf", FileFormat.Pdf)]
    public async Task An_outline_saved_otherwise_keeps_its_text(string format, FileFormat read)
    {
        var facts = await ReadAsync(await LibreOffice.SaveAsync(Outline(), "docx", format), read);

        var text = string.Join(' ', facts.Document!.Lines.Select(line => line.Text));
        Assert.All(
            Type.Outline,
            section => Assert.Contains(section.Vi, text, StringComparison.OrdinalIgnoreCase)
        );
        Assert.Equal(Type.Outline.Count, text.Split(Written).Length - 1);
        Assert.DoesNotContain("PAGE", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pdf_in_Hindi_is_read_as_it_was_written_and_its_sections_are_found()
    {
        const string Body =
            "समिति ने कार्यक्रम को अधीनस्थ पार्टी संगठनों तक पहुँचाया और निर्देशों का क्रियान्वयन किया। ";
        var lines = Type.Outline.SelectMany(section =>
            new[] { section.Hi, string.Concat(Enumerable.Repeat(Body, 20)).Trim() }
        );
        var document =
            """<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>"""
            + string.Concat(lines.Select(line => $"<text:p>{line}</text:p>"))
            + "</office:text></office:body></office:document>";

        var facts = await ReadAsync(
            await LibreOffice.SaveAsync(Encoding.UTF8.GetBytes(document), "fodt", "pdf"),
            FileFormat.Pdf
        );

        var read = facts.Document!.Lines.Select(line => line.Text).ToList();
        Assert.All(
            Type.Outline,
            section =>
                Assert.True(
                    read.Contains(section.Hi, StringComparer.Ordinal),
                    string.Join('\n', read)
                )
        );
        Assert.Contains(Body.Trim(), string.Join(' ', read), StringComparison.Ordinal);
        var plan = new PlanLookup(FormSample.Hanoi);
        Assert.DoesNotContain(
            ContentChecks.Run(
                new CheckSubject(
                    plan,
                    FormSample.District,
                    ReportPart.Of(Type).Single(part => part.Kind == PartKind.Report),
                    facts
                )
            ),
            finding => finding.Code.StartsWith("section-", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("xlsx", FileFormat.Xlsx)]
    [InlineData("xls", FileFormat.Xls)]
    public async Task An_annex_keeps_every_cell(string format, FileFormat read)
    {
        var form = Annex();
        var own = (await ReadAsync(form, FileFormat.Xlsx)).Annex!;

        var facts = await ReadAsync(await LibreOffice.SaveAsync(form, "xlsx", format), read);

        var saved = facts.Annex!;
        Assert.Equal(
            own.Sheets.Select(sheet => sheet.Name),
            saved.Sheets.Select(sheet => sheet.Name)
        );
        Assert.Equal([false, true], saved.Sheets.Select(sheet => sheet.IsHidden));
        foreach (var (before, after) in own.Sheets.Zip(saved.Sheets))
        {
            var cells = after.Cells.ToDictionary(cell => cell.Address);
            Assert.All(
                before.Cells.Where(cell => !cell.IsFormula),
                cell =>
                {
                    var same = Assert.Contains(
                        cell.Address,
                        (IReadOnlyDictionary<string, SheetCell>)cells
                    );
                    Assert.Equal(
                        (cell.Address, cell.Kind, cell.Number, cell.IsHidden, cell.IsMerged),
                        (same.Address, same.Kind, same.Number, same.IsHidden, same.IsMerged)
                    );
                    if (cell.Kind == SheetCellKind.Text)
                    {
                        Assert.Equal(cell.Written, same.Written);
                    }
                }
            );
        }
        // LibreOffice computes what nobody had computed.
        Assert.Equal(
            (SheetCellKind.Number, true, 20m),
            Told(saved, cell => (cell.Kind, cell.IsFormula, cell.Number ?? 0), row: 100)
        );
        Assert.Equal(
            (SheetCellKind.Error, true, 0m),
            Told(saved, cell => (cell.Kind, cell.IsFormula, cell.Number ?? 0), row: 101)
        );
        Assert.Equal(
            (SheetCellKind.NotComputed, true),
            Told(own, cell => (cell.Kind, cell.IsFormula), row: 100)
        );
        Assert.Equal(AnnexMark(own), AnnexMark(saved));
        Assert.Equal(FormSample.Agency.ToString(), facts.Form!.Assignment);
    }

    private static T Told<T>(AnnexFacts annex, Func<SheetCell, T> told, int row) =>
        told(annex.Sheets[0].Cells.Single(cell => cell.Row == row));

    private static string AnnexMark(AnnexFacts annex) =>
        string.Join(' ', annex.Sheets[1].Cells.Take(6).Select(cell => cell.Written));

    private static async Task<ContentFacts> ReadAsync(byte[] file, FileFormat format)
    {
        Assert.Equal(format, (await FileInspectorTests.InspectAsync(file)).Format);
        var facts = await Readers.ReadAsync(file, format);
        Assert.Null(facts.Fault);
        Assert.Empty(facts.Active);
        return facts;
    }

    // A paragraph behind each heading, in place of the hint.
    private static byte[] Outline()
    {
        using var bytes = new MemoryStream();
        bytes.Write(FormSample.Outline(FormSample.Hanoi, FormSample.District, Language.Vi));
        using (var document = WordprocessingDocument.Open(bytes, true))
        {
            foreach (
                var heading in document
                    .MainDocumentPart!.Document!.Descendants<W.Paragraph>()
                    .Where(one => one.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1")
                    .ToList()
            )
            {
                heading.NextSibling()!.Remove();
                heading.InsertAfterSelf(new W.Paragraph(new W.Run(new W.Text(Written))));
            }
        }
        return bytes.ToArray();
    }

    private static byte[] Annex()
    {
        using var bytes = new MemoryStream();
        bytes.Write(FormSample.Annex(FormSample.Hanoi, FormSample.Agency, Language.Vi));
        using (var workbook = SpreadsheetDocument.Open(bytes, true))
        {
            var rows = workbook
                .WorkbookPart!.WorksheetParts.Select(part => part.Worksheet!)
                .Single(sheet => sheet.Elements<SheetProtection>().Any())
                .GetFirstChild<SheetData>()!;
            rows.Append(Formula(100, "SUM(12,8)"), Formula(101, "1/0"));
        }
        return bytes.ToArray();
    }

    private static Row Formula(uint row, string formula) =>
        new(new Cell { CellReference = $"C{row}", CellFormula = new CellFormula(formula) })
        {
            RowIndex = row,
        };
}

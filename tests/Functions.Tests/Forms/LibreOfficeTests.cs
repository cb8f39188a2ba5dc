using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Planning;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ProgramReview.Functions.Tests.Forms;

/// <summary>What people fill in with LibreOffice comes back with all by which it is recognised.</summary>
public sealed class LibreOfficeTests
{
    [Fact]
    public async Task A_saved_outline_keeps_levels_texts_and_codes()
    {
        var type = FormSample.Hanoi.ReportTypes.Single(type => type.Code == "district");
        var saved = await LibreOffice.SaveAsync(
            FormSample.Outline(FormSample.Hanoi, FormSample.District, Language.Vi),
            "docx",
            "docx"
        );
        using var document = WordprocessingDocument.Open(new MemoryStream(saved), false);
        var main = document.MainDocumentPart!;
        var headingStyles = main.StyleDefinitionsPart!.Styles!.Elements<W.Style>()
            .Where(style => style.StyleParagraphProperties?.OutlineLevel?.Val?.Value == 0)
            .Select(style => style.StyleId!.Value)
            .ToHashSet();

        var headings = main.Document!.Descendants<W.Paragraph>()
            .Where(one =>
                headingStyles.Contains(one.ParagraphProperties?.ParagraphStyleId?.Val?.Value)
            )
            .ToList();

        Assert.Equal(
            type.Outline.Select(section => section.Vi),
            headings.Select(heading => heading.InnerText.Split("- ", 2)[1])
        );
        Assert.Equal(
            type.Outline.Select(section => $"section_{section.Code}"),
            headings.SelectMany(heading =>
                heading.Descendants<W.BookmarkStart>().Select(mark => mark.Name?.Value)
            )
        );
        Assert.Contains(
            document.CustomFilePropertiesPart!.Properties!.Elements(),
            one => one.InnerText == FormSample.District.ToString()
        );
    }

    [Fact]
    public async Task A_saved_annex_keeps_hidden_codes_and_the_hash()
    {
        var definition = AnnexDefinition.Of(new PlanLookup(FormSample.Hanoi), FormSample.Agency);
        var saved = await LibreOffice.SaveAsync(
            FormSample.Annex(FormSample.Hanoi, FormSample.Agency, Language.Vi),
            "xlsx",
            "xlsx"
        );
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(saved), false);
        var book = workbook.WorkbookPart!;
        var shared = book.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>()
            .Select(item => item.InnerText)
            .ToList();
        var sheets = book.Workbook!.Descendants<Sheet>()
            .Select(sheet =>
                (sheet.State, ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet!)
            )
            .ToList();

        Assert.Equal(2, sheets.Count);
        var hidden = Assert
            .Single(
                sheets,
                sheet =>
                    sheet.State?.Value == SheetStateValues.VeryHidden
                    || sheet.State?.Value == SheetStateValues.Hidden
            )
            .Item2;
        Assert.Contains($"annex {definition.Hash}", hidden.Descendants<Row>().Select(Line));
        Assert.Contains($"assignment {FormSample.Agency}", hidden.Descendants<Row>().Select(Line));
        var rows = sheets[0].Item2.Descendants<Row>().ToList();
        Assert.Contains("value/y2021", Line(rows[0]).Split(' '));
        Assert.Equal(
            definition.Rows.Select(row => row.Indicator.Code),
            rows.Skip(6).Take(definition.Rows.Count).Select(row => Line(row).Split(' ')[0])
        );
        Assert.NotEmpty(sheets[0].Item2.Elements<SheetProtection>());
        Assert.Contains(
            sheets[0].Item2.Descendants<DataValidation>(),
            rule => rule.Type?.Value == DataValidationValues.List
        );

        string Line(Row row) =>
            string.Join(
                ' ',
                row.Elements<Cell>()
                    .Select(cell =>
                        cell.DataType?.Value == CellValues.SharedString
                            ? shared[int.Parse(cell.CellValue!.Text, null)]
                            : cell.InnerText
                    )
            );
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public async Task A_form_is_drawn_to_pages(string kind)
    {
        var plan = FormSample.Large(DocumentStyle.State);
        var form =
            kind == "docx"
                ? FormSample.Outline(plan, FormSample.District, Language.Hi)
                : FormSample.Annex(plan, FormSample.District, Language.Hi);

        var pages = await LibreOffice.SaveAsync(form, kind, "pdf");

        Assert.InRange(pages.Length, 5_000, int.MaxValue);
    }
}

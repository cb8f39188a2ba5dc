using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Material;
using ProgramReview.Functions.Tests.Forms;
using Xunit;

namespace ProgramReview.Functions.Tests.Material;

/// <summary>A program that people have opens what the product wrote.</summary>
public sealed class MaterialLookTests
{
    [Theory]
    [InlineData(Language.Vi)]
    [InlineData(Language.En)]
    public async Task The_document_is_laid_out_as_pages(Language language)
    {
        using var document = new MemoryStream();
        await MaterialDocument.WriteAsync(
            MaterialFileTests.Content(language, FormSample.Hanoi, bodies: 6),
            document,
            TestContext.Current.CancellationToken
        );

        var pages = await LibreOffice.SaveAsync(document.ToArray(), "docx", "pdf");

        Assert.True(pages.Length > 50_000, $"{pages.Length} bytes");
        var folder = Directory.CreateDirectory(SourceTree.PathOf("artifacts/material")).FullName;
        await File.WriteAllBytesAsync(
            Path.Combine(folder, $"material.{language}.pdf"),
            pages,
            TestContext.Current.CancellationToken
        );
    }

    [Fact]
    public async Task The_workbook_is_opened()
    {
        using var workbook = new MemoryStream();
        await MaterialWorkbook.WriteAsync(
            MaterialFileTests.Content(Language.Vi, FormSample.Hanoi, bodies: 6),
            workbook,
            TestContext.Current.CancellationToken
        );

        using var saved = SpreadsheetDocument.Open(
            new MemoryStream(await LibreOffice.SaveAsync(workbook.ToArray(), "xlsx", "xlsx")),
            isEditable: false
        );

        var texts = saved.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.InnerText;
        Assert.Contains("Quận ủy đã ban hành kế hoạch", texts, StringComparison.Ordinal);
        Assert.Contains("=cmd|", texts, StringComparison.Ordinal);
        Assert.Empty(
            saved.WorkbookPart.WorksheetParts.SelectMany(part =>
                part.Worksheet!.Descendants<CellFormula>()
            )
        );
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Rendering.Sheets;
using ProgramReview.Functions.Tests.Forms;
using Xunit;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Tests.Rendering;

public sealed partial class XlsxRendererTests
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory, MemberData(nameof(Languages))]
    public async Task The_workbook_is_valid_and_no_formula_is_of_people(Language language)
    {
        using var workbook = await WorkbookAsync(
            RenderingSample.Content(language, FormSample.Harmful(RenderingSample.Hostile))
        );

        Assert.Empty(Rendered.Faults(workbook));
        Assert.Equal(5, workbook.WorkbookPart!.WorksheetParts.Count());
        var cells = workbook
            .WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>())
            .ToList();
        Assert.Contains(cells, cell => cell.CellFormula is not null);
        Assert.All(
            cells.Where(cell => cell.CellFormula is not null),
            cell => Assert.Matches(Own(), cell.CellFormula!.Text)
        );
        Assert.Contains(
            cells,
            cell =>
                cell.DataType?.Value == CellValues.InlineString
                && cell.InnerText.Contains("=cmd|", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Totals_reckoned_anew_are_the_same()
    {
        var bytes = await Rendered.BytesAsync(
            new XlsxRenderer(),
            RenderingSample.Content(Language.En, Nested)
        );
        await Rendered.KeepAsync("dossier.xlsx", bytes);
        var told = Results(bytes);

        var anew = Results(await LibreOffice.SaveAsync(WithoutResults(bytes), "xlsx", "xlsx"));

        Assert.Contains(told.Keys, at => at.StartsWith("Summary!", StringComparison.Ordinal));
        Assert.True(told.Count > 30, $"{told.Count} formulas");
        Assert.Equal(told.Keys.Order(), anew.Keys.Order());
        // A mean is told to a millionth.
        Assert.All(told, one => Assert.Equal(one.Value, anew[one.Key], 0.000001));
    }

    [Fact]
    public async Task Where_a_sheet_would_be_too_long_the_lowest_are_left_out_and_totals_stay()
    {
        var content = RenderingSample.Content(Language.En, Nested);
        var cells = FigureLayout.Of(content.Plan).Count;
        var nodes = FigureTree.Of(content.Plan).Nodes.Count;

        var (whole, cut) = (
            await LedgerAsync(new FigureLedger(content)),
            await LedgerAsync(new FigureLedger(content, most: cells * (nodes - 1)))
        );

        Assert.Contains("Tay Ho", TextOf(whole), StringComparison.Ordinal);
        Assert.DoesNotContain("Tay Ho", TextOf(cut), StringComparison.Ordinal);
        Assert.InRange(Results(cut).Count, 1, Results(whole).Count - 1);
        var anew = Results(await LibreOffice.SaveAsync(WithoutResults(cut), "xlsx", "xlsx"));
        Assert.All(Results(cut), one => Assert.Equal(one.Value, anew[one.Key], 0.000001));
    }

    [Fact]
    public async Task Nothing_that_is_kept_for_participants_is_in_the_workbook_for_everybody()
    {
        using var workbook = await WorkbookAsync(
            RenderingSample.Content(Language.Vi, FormSample.Hanoi, Readers.Everybody)
        );

        var text = string.Concat(
            workbook.WorkbookPart!.WorksheetParts.Select(part => part.Worksheet!.InnerText)
        );
        Assert.Contains(
            Text.Get(Language.Vi, "assignment-phase.late"),
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("explained =cmd", text, StringComparison.Ordinal);
        Assert.DoesNotContain(".docx", text, StringComparison.Ordinal);
    }

    // A district with two others below it, so that some stand in for it.
    private static Plan Nested =>
        FormSample.Hanoi with
        {
            Bodies =
            [
                .. FormSample.Hanoi.Bodies.Select(body =>
                    body.Code is "tay-ho" or "long-bien" ? body with { Parent = "ba-dinh" } : body
                ),
            ],
        };

    private static async Task<byte[]> LedgerAsync(FigureLedger ledger)
    {
        using var bytes = new MemoryStream();
        await SheetBook.WriteAsync(
            "Figures",
            Language.En,
            [ledger.Sheet(TestContext.Current.CancellationToken)],
            bytes,
            TestContext.Current.CancellationToken
        );
        return bytes.ToArray();
    }

    private static string TextOf(byte[] bytes)
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return string.Concat(
            workbook.WorkbookPart!.WorksheetParts.Select(part => part.Worksheet!.InnerText)
        );
    }

    private static async Task<SpreadsheetDocument> WorkbookAsync(DossierContent content) =>
        SpreadsheetDocument.Open(
            new MemoryStream(await Rendered.BytesAsync(new XlsxRenderer(), content)),
            isEditable: false
        );

    // What comes out of every formula, by its sheet and cell.
    private static Dictionary<string, double> Results(byte[] bytes)
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return workbook
            .WorkbookPart!.Workbook!.Descendants<Sheet>()
            .SelectMany(sheet =>
                ((WorksheetPart)workbook.WorkbookPart.GetPartById(sheet.Id!))
                    .Worksheet!.Descendants<Cell>()
                    .Where(cell => cell.CellFormula is not null)
                    .Select(cell =>
                        KeyValuePair.Create(
                            $"{sheet.Name}!{cell.CellReference}",
                            double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)
                        )
                    )
            )
            .ToDictionary();
    }

    // Then whoever opens it has to reckon.
    private static byte[] WithoutResults(byte[] bytes)
    {
        using var copy = new MemoryStream();
        copy.Write(bytes);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (
                var sheet in zip
                    .Entries.Where(one =>
                        one.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)
                    )
                    .ToList()
            )
            {
                string text;
                using (var reader = new StreamReader(sheet.Open()))
                {
                    text = reader.ReadToEnd();
                }
                using var writer = new StreamWriter(sheet.Open());
                writer.BaseStream.SetLength(0);
                writer.Write(Result().Replace(text, "</x:f>"));
            }
        }
        return copy.ToArray();
    }

    [GeneratedRegex("</x:f><x:v>[^<]*</x:v>")]
    private static partial Regex Result();

    [GeneratedRegex(
        @"^(SUM\([A-Z]+\d+(,[A-Z]+\d+)*\)|\([A-Z]+\d+\*[A-Z]+\d+(\+[A-Z]+\d+\*[A-Z]+\d+)*\)/[A-Z]+\d+|'[^']+'![A-Z]+\d+)$"
    )]
    private static partial Regex Own();
}

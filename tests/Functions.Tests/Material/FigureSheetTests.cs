using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Forms;
using ProgramReview.Functions.Tests.Forms;
using ProgramReview.Functions.Web.Pages;
using Xunit;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Tests.Material;

public sealed class FigureSheetTests
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory, MemberData(nameof(Languages))]
    public async Task Every_number_is_a_number_and_every_text_a_text(Language language)
    {
        var views = FigureSample.Views(FormSample.Hanoi);
        var reader = Reader(language);

        using var book = SpreadsheetDocument.Open(
            new MemoryStream(await BookAsync(reader, views)),
            isEditable: false
        );

        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(
                book,
                TestContext.Current.CancellationToken
            )
        );
        var rows = book.WorkbookPart!.WorksheetParts.Single()
            .Worksheet!.Descendants<Row>()
            .Skip(1)
            .Select(row => row.Elements<Cell>().ToList())
            .ToList();
        Assert.All(rows.SelectMany(row => row), cell => Assert.Null(cell.CellFormula));
        // The sums that are shown are those of the record, cell by cell.
        var below = views
            .SelectMany(view => view.Layout.Indicators.SelectMany(one => view.Lines(one.Code)))
            .Where(line => line.Own is not null || line.Below is not null)
            .ToList();
        Assert.Equal(below.Count, rows.Count);
        Assert.All(
            below.Zip(rows),
            pair =>
            {
                Assert.Equal(
                    pair.First.Own is { State: FigureState.Given } own ? own.Figure.Value : null,
                    Number(pair.Second[4])
                );
                Assert.Equal(
                    pair.First.Below?.Value is { } value
                        ? decimal.Round(
                            value,
                            pair.First.Indicator.Decimals,
                            MidpointRounding.AwayFromZero
                        )
                        : null,
                    Number(pair.Second[10])
                );
                Assert.Equal(pair.First.Below?.Counts.Given, (int?)Number(pair.Second[12]));
                Assert.Equal(pair.First.Below?.Counts.Asked, (int?)Number(pair.Second[13]));
            }
        );
    }

    [Theory, MemberData(nameof(Languages))]
    public void Csv_has_numbers_as_the_language_writes_them(Language language)
    {
        var reader = Reader(language);
        var csv = System.Text.Encoding.UTF8.GetString(
            Csv.Write(
                reader,
                FigureSheet.Head(language),
                FigureSample
                    .Views(FormSample.Hanoi)
                    .SelectMany(view => FigureSheet.Rows(reader, view, null))
                    .Select(row => row.AsEnumerable())
            )
        );

        Assert.Contains(
            language == Language.Vi ? "\"90,25\"" : "\"90.25\"",
            csv,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain($"\"{FigureSample.Reason[0]}", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_has_its_name_and_a_total_says_how_whole_it_is()
    {
        var views = FigureSample.Views(FormSample.Hanoi);
        var whole = views[0].Lines("members")[0];

        Assert.Contains(
            $"{whole.Below!.Counts.Given} of {whole.Below.Counts.Asked}; missing",
            FigureWords.Whole(Language.En, whole.Below.Counts),
            StringComparison.Ordinal
        );
        var states = views
            .Skip(1)
            .SelectMany(view => view.Lines("members"))
            .Select(line => line.Own)
            .OfType<Told>()
            .Select(own => (own.State, Words: FigureWords.Own(Language.En, own)))
            .Distinct();
        Assert.All(
            states.Where(one => one.State != FigureState.Given),
            one => Assert.Equal(Text.Word(Language.En, one.State), one.Words)
        );
    }

    private static decimal? Number(Cell cell) =>
        cell.CellValue is { } value
            ? decimal.Parse(value.Text, NumberStyles.Number, CultureInfo.InvariantCulture)
            : null;

    private static PageContext Reader(Language language) =>
        new(language, default, new PlanLookup(FormSample.Hanoi));

    private static async Task<byte[]> BookAsync(PageContext reader, IReadOnlyList<FigureView> views)
    {
        using var bytes = new MemoryStream();
        await SheetBook.WriteAsync(
            "x",
            reader.Language,
            [
                new SheetPlan(
                    "x",
                    FigureSheet.Widths,
                    FigureSheet.RowsAsync(reader, views.ToAsyncEnumerable())
                ),
            ],
            bytes,
            TestContext.Current.CancellationToken
        );
        return bytes.ToArray();
    }
}

using System.Text;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms.Flow;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Rendering.Drafting;
using ProgramReview.Functions.Rendering.Pdf;
using ProgramReview.Functions.Tests.Forms;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Outline;
using Xunit;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Tests.Rendering;

public sealed class PdfRendererTests
{
    // In points; nothing is written beyond the margins of the page.
    private const double Edge = 36;

    [Theory]
    [InlineData(Language.Vi)]
    [InlineData(Language.En)]
    public async Task Every_letter_of_every_text_is_on_the_pages(Language language)
    {
        var content = RenderingSample.Content(language, FormSample.Hanoi);
        var bytes = await Rendered.BytesAsync(new PdfRenderer(), content);
        await Rendered.KeepAsync($"dossier.{language}.pdf", bytes);

        using var pdf = PdfDocument.Open(bytes);
        var written = Letters(
            string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(one => one.Value))
        );

        var blocks = await DossierDraft
            .Of(content, DraftLimits.Held)
            .Blocks(TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(
            blocks.SelectMany(TextsOf).Distinct(),
            text =>
                Assert.All(
                    PdfLetters.Shown(text).Split(' '),
                    word => Assert.Contains(Letters(word), written, StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public async Task Nothing_stands_beyond_the_edge_of_a_page_nor_over_something_else()
    {
        using var pdf = await PdfAsync(
            RenderingSample.Content(Language.Vi, FormSample.Large(DocumentStyle.Party))
        );

        foreach (var page in pdf.GetPages())
        {
            Assert.All(
                page.Letters,
                letter =>
                {
                    Assert.InRange(letter.StartBaseLine.X, Edge, page.Width - Edge);
                    Assert.InRange(letter.EndBaseLine.X, Edge, page.Width - Edge);
                    Assert.InRange(letter.StartBaseLine.Y, Edge, page.Height - (Edge / 2));
                }
            );
            Assert.Equal(
                page.Letters.Count,
                page.Letters.Select(letter =>
                        (
                            Math.Round(letter.StartBaseLine.X, 1),
                            Math.Round(letter.StartBaseLine.Y, 1)
                        )
                    )
                    .Distinct()
                    .Count()
            );
        }
    }

    [Fact]
    public async Task The_contents_name_the_page_on_which_each_chapter_begins()
    {
        using var pdf = await PdfAsync(RenderingSample.Content(Language.Vi, FormSample.Hanoi));

        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        var chapters = bookmarks.Roots.OfType<DocumentBookmarkNode>().ToList();
        Assert.Contains(chapters, one => one.Title == Text.Get(Language.Vi, "figures.title"));
        var front = LinesOf(pdf.GetPage(1));
        Assert.All(
            chapters,
            chapter => Assert.Contains(Letters($"{chapter.Title}{chapter.PageNumber}"), front)
        );
        Assert.All(
            Enumerable.Range(2, pdf.NumberOfPages - 1),
            number => Assert.Equal($"{number}", LinesOf(pdf.GetPage(number))[0])
        );
    }

    [Fact]
    public async Task It_is_tagged_and_says_its_language_and_title()
    {
        using var pdf = await PdfAsync(RenderingSample.Content(Language.Vi, FormSample.Hanoi));

        var catalog = pdf.Structure.Catalog.CatalogDictionary.ToString()!;
        Assert.Contains("MarkInfo", catalog, StringComparison.Ordinal);
        Assert.Contains("StructTreeRoot", catalog, StringComparison.Ordinal);
        Assert.Contains("vi", catalog, StringComparison.Ordinal);
        Assert.Contains("01-CTr/TU", pdf.Information.Title, StringComparison.Ordinal);
        Assert.All(
            pdf.GetPages().SelectMany(page => page.Letters),
            letter => Assert.Contains("+Be Vietnam Pro", letter.FontName, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_letter_that_the_font_lacks_is_told_by_its_number()
    {
        using var pdf = await PdfAsync(
            RenderingSample.Content(Language.En, FormSample.Harmful("● 漢 हिन्दी"))
        );

        var text = string.Concat(
            pdf.GetPages().SelectMany(page => page.Letters).Select(one => one.Value)
        );
        Assert.Contains("•", text, StringComparison.Ordinal);
        Assert.Contains("[U+6F22]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_very_many_reports_it_says_where_the_rest_is()
    {
        using var pdf = await PdfAsync(
            RenderingSample.Content(Language.En, FormSample.Hanoi, times: 120)
        );

        var text = Letters(
            string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(one => one.Value))
        );
        var reports = 120 * new PlanLookup(FormSample.Hanoi).Assignments.Count;
        var rest = Text.Get(
            Language.En,
            "dossier.document.rest",
            $"{reports - DraftLimits.Held.Rows:N0}"
        );
        Assert.Contains(Letters(rest), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Hindi_is_not_promised()
    {
        Assert.False(new PdfRenderer().Speaks(Language.Hi));
        Assert.All(
            [Language.Vi, Language.En],
            language => Assert.True(new PdfRenderer().Speaks(language))
        );
    }

    private static async Task<PdfDocument> PdfAsync(DossierContent content) =>
        PdfDocument.Open(await Rendered.BytesAsync(new PdfRenderer(), content));

    // The lines of a page from above, without spaces.
    private static List<string> LinesOf(Page page) =>
        [
            .. page
                .Letters.GroupBy(letter => Math.Round(letter.StartBaseLine.Y))
                .OrderByDescending(line => line.Key)
                .Select(line =>
                    Letters(
                        string.Concat(
                            line.OrderBy(letter => letter.StartBaseLine.X)
                                .Select(letter => letter.Value)
                        )
                    )
                ),
        ];

    private static string Letters(string text) =>
        string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)))
            .Normalize(NormalizationForm.FormC);

    private static IEnumerable<string> TextsOf(FlowBlock block) =>
        block switch
        {
            FlowBlock.Heading heading => [heading.Text],
            FlowBlock.Line line => [line.Text, line.Source ?? ""],
            FlowBlock.TableStart start => start.Columns.Select(column => column.Title),
            FlowBlock.TableRow row => row
                .Cells.SelectMany(cell => cell.Split('\n'))
                .Append(row.Source ?? ""),
            _ => [],
        };
}

using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Rendering.Drafting;
using ProgramReview.Functions.Tests.Forms;
using Xunit;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Tests.Rendering;

public sealed class DocxRendererTests
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory, MemberData(nameof(Languages))]
    public async Task The_document_is_valid_and_what_people_wrote_is_text(Language language)
    {
        using var document = await DocumentAsync(
            RenderingSample.Content(language, FormSample.Harmful(RenderingSample.Hostile))
        );

        Assert.Empty(Rendered.Faults(document));
        var main = document.MainDocumentPart!;
        Assert.Empty(main.HyperlinkRelationships);
        Assert.Empty(main.ExternalRelationships);
        Assert.All(
            main.Document!.Descendants<FieldCode>(),
            code => Assert.StartsWith(" TOC ", code.Text, StringComparison.Ordinal)
        );
        Assert.Contains("=cmd|", main.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contents_lead_to_every_chapter()
    {
        using var document = await DocumentAsync(
            RenderingSample.Content(Language.Vi, FormSample.Hanoi)
        );

        var body = document.MainDocumentPart!.Document!.Body!;
        var chapters = body.Descendants<Paragraph>()
            .Where(line => line.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1")
            .ToList();
        Assert.Equal(
            chapters.Select(line => line.InnerText),
            body.Descendants<Hyperlink>().Select(link => link.GetFirstChild<Run>()!.InnerText)
        );
        Assert.Equal(
            chapters.Select(line => line.GetFirstChild<BookmarkStart>()!.Name!.Value),
            body.Descendants<Hyperlink>().Select(link => link.Anchor!.Value)
        );
        Assert.Contains(
            Text.Get(Language.Vi, "figures.title"),
            chapters.Select(line => line.InnerText)
        );
    }

    [Fact]
    public async Task Every_table_repeats_its_head_and_every_note_has_its_place()
    {
        using var document = await DocumentAsync(
            RenderingSample.Content(Language.En, FormSample.Hanoi)
        );

        var main = document.MainDocumentPart!;
        var tables = main.Document!.Body!.Elements<Table>().Skip(1).ToList();
        Assert.NotEmpty(tables);
        Assert.All(
            tables,
            table =>
                Assert.Single(
                    table.Elements<TableRow>(),
                    row => row.TableRowProperties!.GetFirstChild<TableHeader>() is not null
                )
        );
        var notes = main.FootnotesPart!.Footnotes!.Elements<Footnote>()
            .Select(note => note.Id!.Value)
            .Where(id => id > 0);
        Assert.Equal(
            main.Document.Descendants<FootnoteReference>().Select(note => note.Id!.Value),
            notes
        );
    }

    [Fact]
    public async Task A_figure_is_led_back_to_its_body_version_and_cell()
    {
        using var document = await DocumentAsync(
            RenderingSample.Content(Language.En, FormSample.Hanoi)
        );

        var main = document.MainDocumentPart!;
        var name = FormSample
            .Hanoi.Bodies.First(body => body.Code == "tay-ho")
            .Name.In(Language.En);
        var row = main.Document!.Descendants<TableRow>()
            .First(one =>
                one.InnerText.StartsWith(name, StringComparison.Ordinal)
                && one.Descendants<FootnoteReference>().Any()
            );
        var id = row.Descendants<FootnoteReference>().Single().Id!.Value;
        var note = main.FootnotesPart!.Footnotes!.Elements<Footnote>()
            .Single(one => one.Id?.Value == id)
            .InnerText;
        Assert.Matches($"{name}, .*, version [a-f]{{12}}, cells [A-Z]+[0-9]+", note);
    }

    [Fact]
    public async Task Everybody_reads_figures_and_reports_and_neither_texts_nor_explanations()
    {
        using var document = await DocumentAsync(
            RenderingSample.Content(Language.Vi, FormSample.Hanoi, Readers.Everybody)
        );

        var text =
            document.MainDocumentPart!.Document!.InnerText
            + document.MainDocumentPart.FootnotesPart!.Footnotes!.InnerText;
        Assert.Contains(Text.Get(Language.Vi, "figures.title"), text, StringComparison.Ordinal);
        Assert.Contains(Text.Get(Language.Vi, "dossier.reports"), text, StringComparison.Ordinal);
        Assert.DoesNotContain("Quận ủy đã ban hành kế hoạch", text, StringComparison.Ordinal);
        Assert.DoesNotContain("explained =cmd", text, StringComparison.Ordinal);
        Assert.DoesNotContain(".docx", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_exception_is_told_under_its_heading()
    {
        var content = RenderingSample.Content(Language.En, FormSample.Hanoi);
        using var document = await DocumentAsync(content);

        var headings = document
            .MainDocumentPart!.Document!.Descendants<Paragraph>()
            .Where(line => line.ParagraphProperties?.ParagraphStyleId?.Val == "Heading2")
            .Select(line => line.InnerText)
            .ToList();
        var there = ExceptionsChapter
            .Kinds.Where(kind => content.Dossier.Totals.Of(kind) > 0)
            .ToList();
        Assert.Contains(DossierException.OnBehalf, there);
        Assert.All(
            there,
            kind =>
                Assert.Contains(
                    $"{ExceptionsChapter.TitleOf(content, kind)} ({content.Dossier.Totals.Of(kind)})",
                    headings
                )
        );
        Assert.Contains(
            "paper =cmd|",
            document.MainDocumentPart.Document.InnerText,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Readers.Participants, true)]
    [InlineData(Readers.Everybody, false)]
    public async Task Former_rounds_are_told_and_their_comments_to_participants(
        Readers audience,
        bool isTold
    )
    {
        using var document = await DocumentAsync(
            RenderingSample.Content(Language.En, FormSample.Hanoi, audience)
        );

        var text = document.MainDocumentPart!.Document!.InnerText;
        Assert.Contains(
            Text.Word(Language.En, RoundOutcome.Voided),
            text,
            StringComparison.Ordinal
        );
        Assert.Equal(isTold, text.Contains("commented =cmd", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Language.Vi)]
    [InlineData(Language.En)]
    [InlineData(Language.Hi)]
    public async Task It_is_laid_out_as_pages(Language language)
    {
        var bytes = await Rendered.BytesAsync(
            new DocxRenderer(),
            RenderingSample.Content(language, FormSample.Hanoi)
        );

        var pages = await LibreOffice.SaveAsync(bytes, "docx", "pdf");

        Assert.True(pages.Length > 50_000, $"{pages.Length} bytes");
        await Rendered.KeepAsync($"dossier.{language}.docx", bytes);
        await Rendered.KeepAsync($"dossier.{language}.docx.pdf", pages);
    }

    private static async Task<WordprocessingDocument> DocumentAsync(DossierContent content) =>
        WordprocessingDocument.Open(
            new MemoryStream(await Rendered.BytesAsync(new DocxRenderer(), content)),
            isEditable: false
        );
}

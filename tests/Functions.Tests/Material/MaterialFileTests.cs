using System.Runtime.CompilerServices;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ProgramReview.Core.Events;
using ProgramReview.Core.Material;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Material;
using ProgramReview.Functions.Tests.Forms;
using ProgramReview.Functions.Web.Pages;
using Xunit;
using Text = ProgramReview.Functions.Web.Pages.Text;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ProgramReview.Functions.Tests.Material;

public sealed class MaterialFileTests
{
    private const string Hostile = "=cmd|' /C calc'!A1 <w:p/> & \u0001\uFFFE\uD800 _x0041_ ]]>";

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory, MemberData(nameof(Languages))]
    public async Task The_document_quotes_every_paragraph_with_its_source(Language language)
    {
        var content = Content(language, FormSample.Harmful(Hostile), bodies: 4);

        using var document = WordprocessingDocument.Open(
            new MemoryStream(await DocumentAsync(content)),
            isEditable: false
        );

        Assert.Empty(Faults(document));
        var main = document.MainDocumentPart!;
        var notes = main.FootnotesPart!.Footnotes!.Elements<W.Footnote>()
            .ToDictionary(note => note.Id!.Value, note => note.InnerText);
        var quoted = main.Document!.Descendants<W.Paragraph>()
            .Select(line =>
                (
                    Text: line.InnerText,
                    Note: line.Descendants<W.FootnoteReference>().SingleOrDefault()?.Id?.Value,
                    IsFigures: line.Ancestors<W.Table>().Any()
                )
            )
            .Where(line => line.Note is not null)
            .ToList();
        // Five sections of three paragraphs each, of four bodies of which one sent nothing.
        var paragraphs = quoted.Where(line => !line.IsFigures).ToList();
        Assert.Equal(3 * 5 * 3, paragraphs.Count);
        Assert.Equal(
            quoted.Select(line => line.Note!.Value),
            notes.Keys.Where(id => id > 0).Order()
        );
        Assert.All(
            paragraphs,
            line =>
            {
                var place = int.Parse(
                    line.Text.Split(' ')[0],
                    System.Globalization.CultureInfo.InvariantCulture
                );
                Assert.Contains(
                    Text.Get(language, "texts.paragraph", $"{place}"),
                    notes[line.Note!.Value],
                    StringComparison.Ordinal
                );
            }
        );
        Assert.Empty(main.HyperlinkRelationships);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task The_workbook_holds_text_and_no_formula(Language language)
    {
        var content = Content(language, FormSample.Harmful(Hostile), bodies: 4);

        using var workbook = SpreadsheetDocument.Open(
            new MemoryStream(await WorkbookAsync(content)),
            isEditable: false
        );

        Assert.Empty(Faults(workbook));
        var cells = workbook
            .WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>())
            .ToList();
        Assert.All(cells, cell => Assert.Null(cell.CellFormula));
        Assert.Contains(cells, cell => cell.InnerText.Contains("=cmd|", StringComparison.Ordinal));
        Assert.Equal(
            workbook.WorkbookPart.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value),
            workbook
                .WorkbookPart.Workbook.Descendants<Sheet>()
                .Select(sheet => sheet.Name!.Value)
                .Distinct()
        );
    }

    [Fact]
    public async Task The_same_material_is_the_same_bytes()
    {
        var (one, other) = (
            Content(Language.Vi, FormSample.Hanoi, bodies: 3),
            Content(Language.Vi, FormSample.Hanoi, bodies: 3)
        );

        Assert.Equal(await DocumentAsync(one), await DocumentAsync(other));
        Assert.Equal(await WorkbookAsync(one), await WorkbookAsync(other));
    }

    [Fact]
    public async Task However_many_bodies_there_are_little_of_it_is_held()
    {
        var content = Content(Language.Vi, FormSample.Hanoi, bodies: 30) with
        {
            Pieces = stop => Repeated(60, stop),
        };
        var (document, workbook) = (new Passing(), new Passing());

        await MaterialDocument.WriteAsync(content, document, TestContext.Current.CancellationToken);
        await MaterialWorkbook.WriteAsync(content, workbook, TestContext.Current.CancellationToken);

        Assert.All(
            new[] { document, workbook },
            one =>
            {
                Assert.True(one.Total > 300_000, $"{one.Total} bytes");
                Assert.InRange(one.Largest, 1, 200_000);
            }
        );
    }

    private static async IAsyncEnumerable<(string, MaterialPiece)> Repeated(
        int times,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        for (var i = 0; i < times; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return ("piece", PieceOf(30));
        }
    }

    internal static MaterialContent Content(Language language, Plan plan, int bodies)
    {
        var lookup = new PlanLookup(plan);
        var piece = PieceOf(bodies);
        var order = new MaterialOrder(7, Now, "officer")
        {
            Made = new CycleEvent.MaterialMade(7, new string('f', 64), bodies - 1, bodies - 1),
            MadeAt = Now,
        };
        return new MaterialContent(
            new PageContext(language, Now, lookup),
            order,
            new MaterialManifest(plan.Cycle, ["piece"], null),
            TextSelection.Sections(lookup)
        )
        {
            Pieces = _ => new[] { ("piece", piece) }.ToAsyncEnumerable(),
            Figures = _ => FigureSample.Views(plan).ToAsyncEnumerable(),
            Sections = (_, section, _) =>
                Task.FromResult<IReadOnlyList<MaterialSection>>(
                    section.Length == 0
                        ? []
                        :
                        [
                            .. piece
                                .Reports.Where(report => report.Sha256 is not null)
                                .Select(report => new MaterialSection(
                                    report.Assignment,
                                    [
                                        new TextParagraph("3 Công tác chỉ đạo")
                                        {
                                            Paragraph = 3,
                                            IsHeading = true,
                                        },
                                        new TextParagraph($"4 {Hostile}") { Paragraph = 4 },
                                        new TextParagraph(
                                            "5 Quận ủy đã ban hành kế hoạch, phân công cụ thể từng đồng chí cấp ủy viên phụ trách; nguyên nhân chủ yếu do cán bộ kiêm nhiệm."
                                        )
                                        {
                                            Paragraph = 5,
                                        },
                                    ]
                                )),
                        ]
                ),
        };
    }

    private static DateTimeOffset Now => new(2024, 9, 21, 8, 0, 0, TimeSpan.FromHours(7));

    private static MaterialPiece PieceOf(int bodies) =>
        MaterialPiece.Of([
            .. new PlanLookup(FormSample.Hanoi)
                .Assignments.Where(id => id.ReportType == "district")
                .Take(bodies)
                .Select(
                    (id, i) =>
                        i == 1
                            ? new MaterialReport(id)
                            : new MaterialReport(id)
                            {
                                Part = "report",
                                Sha256 = new string((char)('a' + (i % 6)), 64),
                                FileName = $"{Hostile}.docx",
                                Committed = Now.AddDays(-i),
                            }
                ),
        ]);

    private static async Task<byte[]> DocumentAsync(MaterialContent content)
    {
        using var bytes = new MemoryStream();
        await MaterialDocument.WriteAsync(content, bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    private static async Task<byte[]> WorkbookAsync(MaterialContent content)
    {
        using var bytes = new MemoryStream();
        await MaterialWorkbook.WriteAsync(content, bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    private static List<string> Faults(OpenXmlPackage package) =>
        [
            .. new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(package, TestContext.Current.CancellationToken)
                .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"),
        ];
}

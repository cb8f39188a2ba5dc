using System.Security.Cryptography;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ProgramReview.Core.Forms;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms;
using ProgramReview.Functions.Planning;
using ProgramReview.Local.Rehearsal.People.Forms;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ProgramReview.Workflow.Tests.Forms;

public sealed class FormFillerTests
{
    private const int Seed = 7;

    private static readonly PlanLookup Hanoi = Read();
    private static readonly AssignmentId District = new(Hanoi.Plan.Cycle, "ba-dinh", "district");
    private static readonly AnnexForm AnnexAsked = AnnexForm.Of(Hanoi, District)!;
    private static readonly OutlineForm OutlineAsked = OutlineForm.Of(Hanoi, District);

    [Fact]
    public void A_complete_annex_has_a_fitting_value_for_every_indicator_and_period()
    {
        var written = Values(Annex(AnnexHabit.Complete));
        var definition = AnnexDefinition.Of(Hanoi, District);

        Assert.All(
            definition.Rows,
            row =>
                Assert.All(
                    definition.Periods,
                    period =>
                    {
                        var value = written[(row.Indicator.Code, $"value/{period.Code}")];
                        Assert.True(
                            row.Indicator.CanBe(
                                decimal.Parse(
                                    value,
                                    System.Globalization.CultureInfo.InvariantCulture
                                )
                            ),
                            $"{row.Indicator.Code} {period.Code}: {value}"
                        );
                    }
                )
        );
    }

    [Theory]
    [InlineData(AnnexHabit.LeavesOut, null, null)]
    [InlineData(AnnexHabit.LeavesOutWithReason, null, "Chưa có số liệu")]
    [InlineData(AnnexHabit.WritesWords, "khoảng 100", null)]
    [InlineData(AnnexHabit.WritesNumberAsText, "1.234", null)]
    [InlineData(AnnexHabit.ExceedsBounds, "-1", null)]
    public void What_is_wrong_is_wrong_in_the_first_value_alone(
        AnnexHabit habit,
        string? value,
        string? reason
    )
    {
        var (right, wrong) = (Values(Annex(AnnexHabit.Complete)), Values(Annex(habit)));

        Assert.Equal(value, wrong.GetValueOrDefault(("members", "value/y2021")));
        Assert.Equal(reason, wrong.GetValueOrDefault(("members", "reason")));
        Assert.Equal(Without(right), Without(wrong));

        static IEnumerable<KeyValuePair<(string, string), string>> Without(
            Dictionary<(string Row, string Column), string> values
        ) =>
            values
                .Where(one =>
                    one.Key is not ("members", "value/y2021") and not ("members", "reason")
                )
                .OrderBy(one => one.Key);
    }

    [Fact]
    public void A_written_outline_has_text_below_every_heading_and_no_hint()
    {
        using var document = Word(Outline(OutlineHabit.Complete));

        var sections = Sections(document);

        Assert.Equal(OutlineAsked.Sections.Select(one => one.Section.Code), sections.Keys);
        Assert.All(sections.Values, text => Assert.True(text.Count(char.IsLetter) >= 200, text));
        Assert.DoesNotContain(
            sections.Values,
            text => text.Contains("tại đây", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(OutlineHabit.LeavesHint, 5, "Viết nội dung")]
    [InlineData(OutlineHabit.WritesTooLittle, 5, "Đang cập nhật.")]
    [InlineData(OutlineHabit.DropsSection, 4, null)]
    public void What_is_wrong_is_wrong_in_the_last_section_alone(
        OutlineHabit habit,
        int sections,
        string? last
    )
    {
        using var complete = Word(Outline(OutlineHabit.Complete));
        using var document = Word(Outline(habit));

        var written = Sections(document);

        Assert.Equal(sections, written.Count);
        Assert.Equal(Sections(complete).Take(4), written.Take(4));
        if (last is not null)
        {
            Assert.StartsWith(last, written["orientation"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_renamed_heading_keeps_its_code()
    {
        using var document = Word(Outline(OutlineHabit.RenamesHeading));

        var heading = document
            .MainDocumentPart!.Document!.Descendants<W.Tag>()
            .Single(tag => tag.Val!.Value == "orientation")
            .Ancestors<W.Paragraph>()
            .First();

        Assert.Equal("Phương hướng, nhiệm vụ và giải pháp", heading.InnerText);
    }

    [Fact]
    public void Filled_forms_are_valid_and_the_same_every_time()
    {
        var (annex, outline) = (Annex(AnnexHabit.Complete), Outline(OutlineHabit.Complete));
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(annex), isEditable: false);
        using var document = Word(outline);
        var validator = new OpenXmlValidator();

        Assert.Empty(validator.Validate(workbook, TestContext.Current.CancellationToken));
        Assert.Empty(validator.Validate(document, TestContext.Current.CancellationToken));
        Assert.Equal(SHA256.HashData(annex), SHA256.HashData(Annex(AnnexHabit.Complete)));
        Assert.Equal(SHA256.HashData(outline), SHA256.HashData(Outline(OutlineHabit.Complete)));
    }

    private static byte[] Annex(AnnexHabit habit) =>
        FormFiller.Annex(Form(FormKind.Annex), new AnnexAnswers(AnnexAsked, Seed, habit).Entry);

    private static byte[] Outline(OutlineHabit habit) =>
        FormFiller.Outline(Form(FormKind.Outline), new OutlineAnswers(OutlineAsked, habit).Entry);

    private static byte[] Form(FormKind kind) =>
        FormFiles.Of(Hanoi, District, Language.Vi).Single(form => form.Kind == kind).Write();

    // What stands in the cells that a body writes, by the codes of rows and columns.
    private static Dictionary<(string Row, string Column), string> Values(byte[] bytes)
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var rows = ((WorksheetPart)workbook.WorkbookPart!.GetPartById("visible"))
            .Worksheet!.Descendants<Row>()
            .ToList();
        var columns = rows[0].Elements<Cell>().Select(cell => cell.InnerText).ToList();
        return rows.Skip(6)
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

    private static Dictionary<string, string> Sections(WordprocessingDocument document)
    {
        var sections = new Dictionary<string, string>();
        var code = "";
        foreach (
            var paragraph in document.MainDocumentPart!.Document!.Body!.Elements<W.Paragraph>()
        )
        {
            if (paragraph.Descendants<W.Tag>().FirstOrDefault() is { } tag)
            {
                code = tag.Val!.Value!;
                sections[code] = "";
            }
            else if (code.Length > 0)
            {
                sections[code] += paragraph.InnerText;
            }
        }
        return sections;
    }

    private static WordprocessingDocument Word(byte[] bytes) =>
        WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static PlanLookup Read()
    {
        var file = SourceTree.PathOf("plans/hanoi-01-ctr-tu/plan.yaml");
        return new PlanLookup(PlanFile.Read(File.ReadAllText(file), file, null).Plan!);
    }
}

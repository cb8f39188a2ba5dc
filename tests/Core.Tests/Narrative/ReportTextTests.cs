using ProgramReview.Core.Checking;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Checking.Planted;
using Xunit;

namespace ProgramReview.Core.Tests.Narrative;

public sealed class ReportTextTests
{
    public static TheoryData<Language, int> Ways =>
        new(
            Enum.GetValues<Language>()
                .SelectMany(language => Enumerable.Range(1, 40).Select(seed => (language, seed)))
        );

    [Theory, MemberData(nameof(Ways))]
    public void A_section_says_what_its_author_wrote_word_for_word(Language language, int seed)
    {
        var facts = new WrittenReport(language, seed).Facts();
        // What its author wrote, as it was spelt there: the sentences, without head, foot, contents list and headings.
        var written = new WrittenReport(language, seed);

        var text = Of(facts);

        Assert.Equal(
            written.Sections.Select(section => section.Code),
            text.Sections.Where(section => section.Code is not null).Select(one => one.Code)
        );
        foreach (var section in written.Sections)
        {
            Assert.Equal(
                Spelt(string.Join(' ', section.Body)),
                Spelt(
                    string.Join(
                        ' ',
                        text.Find(section.Code)!
                            .Paragraphs.Where(one => !one.IsHeading)
                            .Select(one => one.Text)
                    )
                )
            );
        }
        Assert.Null(text.Find(null));
        Assert.False(text.IsCut);
    }

    [Theory, MemberData(nameof(Ways))]
    public void A_paragraph_stands_where_it_says(Language language, int seed)
    {
        var facts = new WrittenReport(language, seed).Facts();

        foreach (var paragraph in Of(facts).Sections.SelectMany(section => section.Paragraphs))
        {
            var there = facts.Lines.Where(line =>
                line.Paragraph == paragraph.Paragraph && line.Page == paragraph.Page
            );
            Assert.Contains(
                there,
                line => paragraph.Text.StartsWith(line.Text, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void What_stands_in_no_section_is_not_lost()
    {
        var title = PlantedPlan.Report.Outline[0].Vi.ToUpperInvariant();

        var text = Of([
            "BÁO CÁO",
            $"I- {title}",
            "Đã làm nhiều việc trong năm qua ở địa phương.",
            "IX- KIẾN NGHỊ VỚI CẤP TRÊN",
            "Đề nghị cấp thêm kinh phí cho các xã khó khăn.",
            "Nơi nhận:",
            "- Như trên;",
        ]);

        Assert.Equal(
            ["IX- KIẾN NGHỊ VỚI CẤP TRÊN", "Đề nghị cấp thêm kinh phí cho các xã khó khăn."],
            text.Find(null)!.Paragraphs.Select(one => one.Text)
        );
    }

    [Fact]
    public void A_report_without_any_heading_is_read_as_a_whole()
    {
        var text = Of(["Chúng tôi đã làm nhiều việc trong năm qua ở địa phương này."]);

        Assert.Single(Assert.Single(text.Sections).Paragraphs);
    }

    [Fact]
    public void A_picture_of_a_text_says_nothing() => Assert.Empty(Of(["Ký bởi"]).Sections);

    [Fact]
    public void What_is_longer_than_any_report_is_cut_and_says_so()
    {
        var text = Of([.. Enumerable.Repeat(new string('a', 1000), 1200)]);

        Assert.True(text.IsCut);
        Assert.Equal(1000, Assert.Single(text.Sections).Paragraphs.Count);
    }

    [Fact]
    public void A_workbook_has_no_text() =>
        Assert.Null(ReportText.Of(Subject(new ContentFacts { Reader = 1 })));

    private static string Spelt(string text) =>
        string.Join(
            ' ',
            text.Replace("hoà", "hòa", StringComparison.Ordinal)
                .Replace("uỷ", "ủy", StringComparison.Ordinal)
                .Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)
        );

    private static ReportText Of(string[] lines) =>
        Of(
            new DocumentFacts
            {
                Lines =
                [
                    .. lines.Select((line, i) => new DocumentLine(line) { Paragraph = i + 1 }),
                ],
            }
        );

    private static ReportText Of(DocumentFacts document) =>
        ReportText.Of(Subject(new ContentFacts { Reader = 1, Document = document }))!;

    private static CheckSubject Subject(ContentFacts facts) =>
        new(
            PlantedPlan.Lookup,
            PlantedPlan.Assignment,
            PlantedPlan.Report.FindPart("report")!,
            facts
        );
}

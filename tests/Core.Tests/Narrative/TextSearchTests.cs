using System.Text;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Tests.Checking.Planted;
using Xunit;

namespace ProgramReview.Core.Tests.Narrative;

public sealed class TextSearchTests
{
    // csharpier-ignore - a table reads by the line
    public static TheoryData<string, string, string> Cases =>
        new()
        {
            { "hoa", "Quận đã [hòa] giải", "no accents typed" },
            { "hoa", "Quận đã [hoà] giải", "the tone on the other letter" },
            { "HOÀ giai", "Quận đã [hòa] [giải]", "capitals, two words" },
            { "giai hoa", "Quận đã [hòa] [giải]", "in any order" },
            { "dang", "[Đảng] bộ", "d finds đ" },
            { "Đảng", "[dang] bo", "đ finds d" },
            { "hoa", "Quận đã [ho\u0300a] giải".Normalize(NormalizationForm.FormD), "letters and accents apart" },
            { "hoa giai", "Quận đã hòa thuận", "" },
            { "समीक्षा", "यह [समीक्षा] है", "Hindi as it is" },
            { "समीक्ष", "यह समकषा है", "" },
        };

    [Theory, MemberData(nameof(Cases))]
    public void Words_are_found_as_people_type_them(string typed, string marked, string why)
    {
        var paragraph = new TextParagraph(
            marked
                .Replace("[", "", StringComparison.Ordinal)
                .Replace("]", "", StringComparison.Ordinal)
        );
        var search = new TextSearch(typed);

        var hits = search.In(new ReportText([new SectionText("results", "I", [paragraph])]), null);

        Assert.Equal(why.Length > 0, hits.Any());
        if (why.Length > 0)
        {
            Assert.Equal(
                marked,
                string.Concat(
                    search
                        .Mark(paragraph.Text)
                        .Select(one => one.IsFound ? $"[{one.Piece}]" : one.Piece)
                )
            );
        }
    }

    [Fact]
    public void Nothing_typed_finds_nothing() =>
        Assert.Empty(
            new TextSearch("  ").In(
                new ReportText([new SectionText("results", "I", [new TextParagraph("a")])]),
                null
            )
        );

    [Fact]
    public void A_section_is_searched_alone()
    {
        var text = new ReportText([
            new SectionText("results", "I", [new TextParagraph("một")]),
            new SectionText("lessons", "II", [new TextParagraph("một hai")]),
        ]);

        Assert.Equal(
            ["lessons"],
            new TextSearch("mot").In(text, "lessons").Select(hit => hit.Section)
        );
    }

    [Theory]
    [InlineData(null, "", "ba-dinh hoan-kiem dong-da")]
    [InlineData("lessons", "", "ba-dinh hoan-kiem dong-da")]
    [InlineData("unheard-of", "", "")]
    [InlineData(null, "hoan kiem", "hoan-kiem")]
    [InlineData(null, "DA DONG", "dong-da")]
    public void Reports_are_chosen_by_section_and_by_the_names_of_bodies(
        string? section,
        string name,
        string bodies
    )
    {
        var lookup = PlantedPlan.Lookup;

        Assert.Equal(
            bodies.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            TextSelection
                .Reports(lookup, section, name)
                .Where(id => id.ReportType == "district")
                .Select(id => id.Body)
        );
    }
}

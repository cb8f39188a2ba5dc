using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Tests.Forms;
using ProgramReview.Functions.Web.Pages;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking;

/// <summary>A finding says in words of what it is, and where it stands.</summary>
public sealed class FindingPlaceTests
{
    private static readonly PlanLookup Plan = new(FormSample.Hanoi);

    [Theory]
    [InlineData(
        Language.Vi,
        "Đảng viên mới kết nạp trong năm, 9 tháng năm 2024, ô F7: “khoảng 900” không phải là một số. "
    )]
    [InlineData(
        Language.En,
        "New Party members admitted in the year, To the end of September 2024, cell F7: “khoảng 900” is not a number. "
    )]
    [InlineData(
        Language.Hi,
        "वर्ष में शामिल नए पार्टी सदस्य, सितंबर 2024 के अंत तक, कोष्ठ F7: “khoảng 900” संख्या नहीं है। "
    )]
    public void A_value_is_named_by_indicator_period_and_cell(Language language, string begins) =>
        Assert.StartsWith(
            begins,
            Show(
                language,
                "value-not-a-number",
                new FindingPlace
                {
                    Indicator = "new-members",
                    Period = "m9-2024",
                    Cell = "F7",
                },
                "khoảng 900"
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_section_is_named_by_its_title_and_a_page() =>
        Assert.StartsWith(
            "Mục “Bài học kinh nghiệm”, trang 3: Mục này chưa có nội dung. Viết nội dung",
            Show(Language.Vi, "section-empty", new FindingPlace { Section = "lessons", Page = 3 }),
            StringComparison.Ordinal
        );

    [Fact]
    public void Numbers_are_written_as_the_reader_writes_them() =>
        Assert.Contains(
            "1.234,5 nằm ngoài giới hạn (ít nhất: 0; nhiều nhất: –)",
            Show(Language.Vi, "value-out-of-bounds", null, "1234.5", "0", ""),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("value-falls", "(Năm 2023)", "5", "7", "y2023")]
    [InlineData("head-other-body", "Quận Đống Đa", "dong-da")]
    [InlineData("annex-of-another", "Quận Đống Đa", "hanoi-01-ctr-tu.dong-da.district")]
    [InlineData("section-missing", "gần giống nhất: –")]
    public void Codes_are_told_by_their_names(
        string code,
        string told,
        params string[] arguments
    ) => Assert.Contains(told, Show(Language.Vi, code, null, arguments), StringComparison.Ordinal);

    [Fact]
    public void What_the_plan_does_not_know_any_more_is_told_by_its_code() =>
        Assert.StartsWith(
            "Gone, cell F7:",
            Show(Language.En, "value-merged", new FindingPlace { Indicator = "gone", Cell = "F7" }),
            StringComparison.Ordinal
        );

    private static string Show(
        Language language,
        string code,
        FindingPlace? place,
        params string[] arguments
    ) =>
        FindingText.Show(
            new PageContext(language, DateTimeOffset.UnixEpoch, Plan),
            new Finding(code, Severity.Error, arguments) { Place = place }
        );
}

using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Checking.Text;
using ProgramReview.Core.Tests.Checking.Planted;
using Xunit;

namespace ProgramReview.Core.Tests.Checking.Annex;

public sealed class PeriodHeadingTests
{
    private static readonly PeriodHeading Headings = new(PlantedPlan.Annex.Periods);

    [Theory]
    [InlineData("Năm 2021", "y2021 Values")]
    [InlineData("NĂM 2021", "y2021 Values")]
    [InlineData("2021", "y2021 Values")]
    [InlineData("Thực hiện năm 2021", "y2021 Values")]
    [InlineData("9 tháng năm 2024", "m9-2024 Values")]
    [InlineData("Đến 30/9/2024", "m9-2024 Values")]
    [InlineData("9 tháng 2024 (sơ bộ)", "m9-2024 Values")]
    [InlineData("9 tháng năm 2024: ghi x nếu là số sơ bộ", "m9-2024 Marks")]
    [InlineData("To the end of September 2024: x if preliminary", "m9-2024 Marks")]
    [InlineData("Ước năm 2025", "e2025 Values")]
    [InlineData("ƯTH 2025", "e2025 Values")]
    [InlineData("Ước thực hiện năm 2025", "e2025 Values")]
    [InlineData("Năm 2025", "e2025 Values")]
    [InlineData("2025 का अनुमान", "e2025 Values")]
    [InlineData("Năm 2021 (đã có)", null)]
    [InlineData("2021 (known)", null)]
    [InlineData("Năm 2020", null)]
    [InlineData("6 tháng năm 2024", null)]
    [InlineData("Chỉ tiêu", null)]
    [InlineData("", null)]
    public void A_heading_names_a_period_or_none(string text, string? found) =>
        Assert.Equal(found, Headings.Find(text) is { } one ? $"{one.Period.Code} {one.Use}" : null);

    [Theory]
    [InlineData("Trong năm 2022 đã kết nạp", "y2022")]
    [InlineData("9 tháng năm 2024 đạt", "m9-2024")]
    [InlineData("năm 2022 tăng so với năm 2021", null)]
    [InlineData("năm 2024 đạt", null)]
    public void A_sentence_names_one_period_or_none(string text, string? found) =>
        Assert.Equal(found, Headings.OnlyOneIn(Folding.Words(text))?.Code);
}

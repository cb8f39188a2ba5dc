using ProgramReview.Core.Naming;
using Xunit;

namespace ProgramReview.Core.Tests.Naming;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Nguyễn Thị Hòa", "hoa")]
    [InlineData("Nguyễn Thị Hoà", "hòa")]
    [InlineData("Quận Ba Đình", "ba dinh")]
    [InlineData("QUẬN BA ĐÌNH", "dinh Quan")]
    [InlineData("Quan Ba Dinh", "đình")]
    [InlineData("Đường Ư Ơ", "duong u o")]
    [InlineData("ज़िला समापन रिपोर्ट", "समापन")]
    [InlineData("office@ba-dinh.example", "Ba-Dinh")]
    [InlineData("whatever", " ")]
    public void Accents_and_case_need_not_be_typed(string text, string wanted) =>
        Assert.True(SearchText.Holds(SearchText.Fold(text), SearchText.WordsOf(wanted)));

    [Theory]
    [InlineData("Nguyễn Thị Hòa", "hao")]
    [InlineData("ज़िला", "जिली")]
    [InlineData("Quận Ba Đình", "ba dinh tay")]
    public void What_is_not_there_is_not_found(string text, string wanted) =>
        Assert.False(SearchText.Holds(SearchText.Fold(text), SearchText.WordsOf(wanted)));

    [Fact]
    public void No_text_is_too_broken_to_be_searched() =>
        Assert.All(
            ["\uD800", "a\u0000b\uFFFF"],
            text => Assert.True(SearchText.Holds(SearchText.Fold(text), SearchText.WordsOf(text)))
        );
}

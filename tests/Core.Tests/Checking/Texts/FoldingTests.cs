using System.Text;
using CsCheck;
using ProgramReview.Core.Checking.Text;
using Xunit;

namespace ProgramReview.Core.Tests.Checking.Texts;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("hòa", "hoà")]
    [InlineData("Ủy ban", "uỷ  BAN")]
    [InlineData("Ủy\u00A0ban", "ủy ban")]
    [InlineData("thúy", "thuý")]
    public void The_same_word_typed_in_another_way_is_the_same(string one, string other) =>
        Assert.Equal(Folding.Fold(one), Folding.Fold(other));

    [Theory]
    [InlineData("hòa", "hóa")]
    [InlineData("Đa", "Da")]
    [InlineData("việt", "viêt")]
    [InlineData("hoa mà", "hoà ma")]
    public void Another_word_is_another(string one, string other) =>
        Assert.NotEqual(Folding.Fold(one), Folding.Fold(other));

    [Theory]
    [InlineData("I- KẾT QUẢ; thuận lợi.", "I KẾT QUẢ THUẬN LỢI")]
    [InlineData("२०२४ के लिए", "2024 के लिए")]
    [InlineData("97,5%", "97 5%")]
    [InlineData("  ", "")]
    public void Words_are_what_stands_between_punctuation(string text, string key) =>
        Assert.Equal(Folding.Key(key), Folding.Key(text));

    [Fact]
    public void Composed_or_not_makes_no_difference() =>
        Given.Texts.Sample(
            text => Folding.Key(text) == Folding.Key(text.Normalize(NormalizationForm.FormD)),
            iter: Given.Many
        );
}

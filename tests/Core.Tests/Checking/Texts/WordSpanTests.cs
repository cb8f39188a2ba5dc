using ProgramReview.Core.Checking.Text;
using Xunit;

namespace ProgramReview.Core.Tests.Checking.Texts;

public sealed class WordSpanTests
{
    [Theory]
    [InlineData("a b c", "a b c", 1)]
    [InlineData("a b c", "c b a", 1)]
    [InlineData("a b c d", "a b", 0.67)]
    [InlineData("a a", "a b", 0.5)]
    [InlineData("a", "b", 0)]
    [InlineData("", "a", 0)]
    public void Likeness_is_the_share_of_words_in_common(
        string one,
        string other,
        double likeness
    ) => Assert.Equal(likeness, WordSpan.Likeness(Folding.Words(one), Folding.Words(other)), 2);

    [Theory]
    [InlineData("a b c", "b c", 1)]
    [InlineData("a b a c", "a c", 2)]
    [InlineData("a b", "b a", -1)]
    [InlineData("a", "a b", -1)]
    [InlineData("a", "", -1)]
    public void Words_stand_in_a_text_in_their_order(string text, string wanted, int at) =>
        Assert.Equal(at, WordSpan.Find(Folding.Words(text), Folding.Words(wanted)));
}

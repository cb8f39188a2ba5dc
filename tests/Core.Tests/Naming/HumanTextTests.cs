using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using Xunit;

namespace ProgramReview.Core.Tests.Naming;

public sealed class HumanTextTests
{
    [Theory]
    [InlineData("\u200b\u2060\ufeff", "invisible characters")]
    [InlineData("\u3164 \u2800", "letters drawn as nothing")]
    [InlineData("\u200d\u200c", "joiners of nothing")]
    [InlineData("\u202e\u2066", "marks of direction")]
    [InlineData("\u0301", "a mark on nothing")]
    [InlineData(" \n\t", "blanks")]
    public void What_nobody_sees_is_no_text(string text, string why)
    {
        Assert.True(HumanText.Clean(text, lines: true).Length == 0, why);
        Assert.Equal("reason-missing", CommandRules.RefuseReason(text)!.Code);
    }

    [Theory]
    [InlineData(" a\tb\r\nc ", true, "a b\nc")]
    [InlineData("a\u202eb", false, "ab")]
    [InlineData("क्\u200dष क्\u200cष", false, "क्\u200dष क्\u200cष")]
    [InlineData("Ba\u0301o", false, "Báo")]
    [InlineData(null, false, "")]
    public void A_text_keeps_what_is_seen(string? text, bool lines, string expected) =>
        Assert.Equal(expected, HumanText.Clean(text, lines));

    [Theory]
    [InlineData("१२३४", "1234")]
    [InlineData("1२3४", "1234")]
    [InlineData("１２３４", "1234")]
    [InlineData("12a", "12a")]
    public void Digits_of_every_script_are_digits(string text, string expected) =>
        Assert.Equal(expected, HumanText.WithPlainDigits(text));

    [Theory]
    [InlineData("Nguyễn Văn A", true)]
    [InlineData("A\u202eB", false)]
    [InlineData("A\nB", false)]
    public void A_name_is_fit_that_turns_nothing_round(string name, bool expected) =>
        Assert.Equal(expected, HumanText.IsFit(name));
}

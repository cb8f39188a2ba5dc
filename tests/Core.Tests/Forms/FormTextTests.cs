using ProgramReview.Core.Forms;
using Xunit;

namespace ProgramReview.Core.Tests.Forms;

public sealed class FormTextTests
{
    [Theory]
    [InlineData("a\u0000\u0001\u000b\u001fb", "ab")]
    [InlineData("a\uFFFE\uFFFFb", "ab")]
    [InlineData("a\ud800b", "ab")]
    [InlineData("one\r\ntwo\nthree\u2028four", "one two three four")]
    [InlineData("a\tb", "a b")]
    [InlineData("\u202etxt.exe", "txt.exe")]
    [InlineData("=1+1", "=1+1")]
    [InlineData("Hòa", "Hòa")]
    public void A_text_is_one_line_that_every_document_takes(string text, string clean) =>
        Assert.Equal(clean, FormText.Clean(text));

    [Fact]
    public void A_text_without_end_is_cut_between_letters()
    {
        var clean = FormText.Clean(
            new string('a', FormText.MaxLength - 2) + "🏛️" + new string('b', 10)
        );

        Assert.InRange(clean.Length, FormText.MaxLength - 2, FormText.MaxLength);
        Assert.EndsWith("a…", clean, StringComparison.Ordinal);
        Assert.Equal(
            FormText.MaxLength,
            FormText.Clean(new string('a', FormText.MaxLength)).Length
        );
    }
}

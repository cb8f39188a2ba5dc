using System.Globalization;
using System.Text;
using CsCheck;
using ProgramReview.Core.Uploading;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Uploading;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Báo cáo.docx", "Báo cáo.docx", "what people send")]
    [InlineData("Ba\u0301o ca\u0301o.docx", "Báo cáo.docx", "as a Mac writes it: composed")]
    [InlineData("समीक्षा.pdf", "समीक्षा.pdf", "Hindi")]
    [InlineData("क्\u200dष क्\u200cष.pdf", "क्\u200dष क्\u200cष.pdf", "joined and kept apart")]
    [InlineData("\u200d\u3164\u2800", "report", "only what nobody sees")]
    [InlineData("  a.pdf  ", "a.pdf", "blanks around it")]
    [InlineData("C:\\Users\\x\\a.pdf", "a.pdf", "a Windows path")]
    [InlineData("/etc/passwd", "passwd", "a Unix path")]
    [InlineData("../../../a.pdf", "a.pdf", "a path upwards")]
    [InlineData("..\\..\\a.pdf", "a.pdf", "the same on Windows")]
    [InlineData("a/b\\c.pdf", "c.pdf", "both")]
    [InlineData("a.pdf/", "report", "a folder")]
    [InlineData("..", "report", "the folder above")]
    [InlineData("a/..", "report", "the same behind a path")]
    [InlineData(".", "report", "this folder")]
    [InlineData(". . .", "report", "dots and blanks")]
    [InlineData("", "report", "nothing")]
    [InlineData(null, "report", "no name")]
    [InlineData(" \t\r\n", "report", "only blanks")]
    [InlineData("a\0b\r\nc\u001b[31m.pdf", "abc[31m.pdf", "control characters")]
    [InlineData("a\u0085b\u009f.pdf", "ab.pdf", "control characters of the second row")]
    [InlineData("bao-cao\u202efdp.exe", "bao-caofdp.exe", "a direction turned round to hide .exe")]
    [InlineData("\u2066a\u2069.pdf\u200f", "a.pdf", "other marks of direction")]
    [InlineData("a\u200bb\ufeff.pdf", "ab.pdf", "invisible characters")]
    [InlineData(
        "a\U000e0041\U000e007f.pdf",
        "a.pdf",
        "invisible characters beyond the first plane"
    )]
    [InlineData("a\u2028b\u2029.pdf", "ab.pdf", "separators of lines and paragraphs")]
    [InlineData("a\ud800.pdf", "a.pdf", "half a character, the first")]
    [InlineData("a\udc00.pdf", "a.pdf", "half a character, the second")]
    [InlineData("\ud800", "report", "only half a character")]
    [InlineData("a\ufffe\uffff.pdf", "a.pdf", "no characters at all")]
    [InlineData("a\U0001fffe.pdf", "a.pdf", "the same in another plane")]
    [InlineData("báo cáo 🏛️.pdf", "báo cáo 🏛️.pdf", "a pictograph")]
    [InlineData(
        "<img src=x onerror=alert(1)>.pdf",
        "<img src=x onerror=alert(1)>.pdf",
        "markup is for pages to encode"
    )]
    public void A_name_is_kept_clean(string? name, string expected, string why)
    {
        var clean = PermissionRules.CleanFileName(name);

        Assert.True(clean == expected, $"{why}: {clean}");
    }

    [Fact]
    public void A_long_name_is_cut_in_front_of_its_extension()
    {
        var clean = PermissionRules.CleanFileName(new string('á', 5_000) + ".docx");

        Assert.Equal(new string('á', PermissionRules.MaxFileName - 5) + ".docx", clean);
    }

    [Fact]
    public void A_long_name_without_extension_is_cut()
    {
        Assert.Equal(
            PermissionRules.MaxFileName,
            PermissionRules.CleanFileName(new string('a', 5_000)).Length
        );
        Assert.Equal(
            PermissionRules.MaxFileName,
            PermissionRules.CleanFileName("a." + new string('b', 5_000)).Length
        );
    }

    [Fact]
    public void A_cut_never_leaves_half_a_character()
    {
        var clean = PermissionRules.CleanFileName(
            "a" + string.Concat(Enumerable.Repeat("🏛", 2_500))
        );

        Assert.Equal(PermissionRules.MaxFileName - 1, clean.Length);
        Assert.EndsWith("🏛", clean, StringComparison.Ordinal);
    }

    // Some letters of Hindi become two when they are composed in the standard's way.
    [Fact]
    public void A_name_that_grows_when_composed_is_cut_all_the_same() =>
        Assert.InRange(
            PermissionRules.CleanFileName(new string('\u0958', 5_000) + ".pdf").Length,
            1,
            PermissionRules.MaxFileName
        );

    [Fact]
    public void Whatever_comes_the_name_is_short_composed_and_harmless() =>
        Gen.OneOf(
                Gen.String,
                Texts,
                Gen.Char.Array[0, 400].Select(chars => new string(chars)),
                Gen.OneOf(
                        '\ud83c',
                        '\udfdb',
                        '\u0958',
                        '\u0301',
                        'a',
                        '.',
                        ' ',
                        '\u202e',
                        '\ufffe',
                        '/'
                    )
                    .Array[0, 400]
                    .Select(chars => new string(chars))
            )
            .Sample(
                name =>
                {
                    var clean = PermissionRules.CleanFileName(name);
                    return clean.Length is > 0 and <= PermissionRules.MaxFileName
                        && clean.IsNormalized(NormalizationForm.FormC)
                        && clean.Trim() == clean
                        && clean.Trim('.', ' ').Length > 0
                        && clean.EnumerateRunes().All(IsHarmless)
                        && PermissionRules.CleanFileName(clean) == clean;
                },
                iter: Many
            );

    private static bool IsHarmless(Rune rune) =>
        rune != Rune.ReplacementChar
        && rune.Value is not ('/' or '\\')
        && Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );
}

using CsCheck;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Uploading;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Uploading;

public sealed class BlobNameTests
{
    private static readonly Gen<string> Codes = Gen.Char["abcxyz0189-"]
        .Array[1, Code.MaxLength]
        .Select(chars => new string(chars))
        .Where(Code.IsValid);

    [Fact]
    public void A_name_says_where_an_upload_belongs()
    {
        var name = BlobName.Parse("hanoi-01-ctr-tu/ba-dinh/district/2/annex/abcdefghij", null);

        Assert.Equal(new BlobName(BaDinh, 2, "annex", "abcdefghij"), name);
        Assert.StartsWith(
            BlobName.PrefixOf(BaDinh.Cycle),
            name.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_name_comes_back() =>
        Gen.Select(Codes, Codes, Codes, Gen.Int[1, int.MaxValue], Codes, Codes)
            .Sample(
                (cycle, body, type, window, part, permission) =>
                {
                    var name = new BlobName(
                        new AssignmentId(new CycleId(cycle), body, type),
                        window,
                        part,
                        permission
                    );
                    return BlobName.Parse(name.ToString(), null) == name
                        && AssignmentId.Parse(name.Assignment.ToString()) == name.Assignment
                        && PartId.Parse(new PartId(name.Assignment, part).ToString())
                            == new PartId(name.Assignment, part)
                        && StreamId.Parse(name.Assignment.Stream.Value, null)
                            == name.Assignment.Stream;
                },
                iter: Many
            );

    [Theory]
    [InlineData(null, "nothing")]
    [InlineData("", "empty")]
    [InlineData("/", "only a slash")]
    [InlineData("c/b/t/1/p", "a piece missing")]
    [InlineData("c/b/t/1/a/p/q", "a piece too many")]
    [InlineData("/c/b/t/1/a/p", "a slash before it")]
    [InlineData("c/b/t/1/a/p/", "a slash behind it")]
    [InlineData("c//t/1/a/p", "an empty piece")]
    [InlineData("c/b/t/0/a/p", "generations count from 1")]
    [InlineData("c/b/t/-1/a/p", "below zero")]
    [InlineData("c/b/t/+1/a/p", "a plus")]
    [InlineData("c/b/t/01/a/p", "the same name written otherwise")]
    [InlineData("c/b/t/ 1/a/p", "a blank")]
    [InlineData("c/b/t/１/a/p", "a digit of another script")]
    [InlineData("c/b/t/1,000/a/p", "a separator")]
    [InlineData("c/b/t/99999999999/a/p", "too large")]
    [InlineData("c/b/t/1/a/P", "capitals")]
    [InlineData("c/b/t/1/a/p.docx", "an extension")]
    [InlineData("c/b/t/1/a/-p", "a hyphen at the edge")]
    [InlineData("c/b/t/1/a/p\n", "a line's end")]
    [InlineData("c/b/t/1/a/p\0", "a zero")]
    [InlineData("../b/t/1/a/p", "a path upwards")]
    [InlineData("c/../t/1/a/p", "one inside")]
    [InlineData("c.x/b/t/1/a/p", "a dot in a code")]
    [InlineData("c/b.x/t/1/a/p", "a dot in another")]
    [InlineData("c/quận/t/1/a/p", "a letter outside a to z")]
    [InlineData("c\\b\\t\\1\\a\\p", "the other slash")]
    [InlineData("c/b/t/1/a/%70", "an escape")]
    [InlineData(
        "c/b/t/1/a/0123456789012345678901234567890123456789012345678901234567890",
        "61 characters"
    )]
    public void Other_texts_are_no_names(string? text, string why)
    {
        Assert.False(BlobName.TryParse(text, null, out _), why);
        Assert.Throws<FormatException>(() => BlobName.Parse(text!, null));
    }

    [Fact]
    public void No_text_at_all_throws_anything_else() =>
        Gen.OneOf(
                Gen.String,
                Gen.Char["cbt1p/.-0 \ud800\0"].Array[0, 20].Select(chars => new string(chars))
            )
            .Sample(
                text => !BlobName.TryParse(text, null, out var name) || name.ToString() == text,
                iter: Many
            );
}

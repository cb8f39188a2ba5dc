using ProgramReview.Core.Narrative;
using ProgramReview.Functions.Narrative;
using Xunit;

namespace ProgramReview.Functions.Tests.Narrative;

public sealed class TextDiffTests
{
    [Fact]
    public void Words_that_changed_stand_beside_those_that_stayed()
    {
        var section = Assert.Single(
            TextDiff.Between(
                Text(("results", ["First.", "We built 12 bridges in spring.", "Last."])),
                Text(("results", ["First.", "We built 14 bridges in spring.", "Last."]))
            )
        );

        Assert.Equal("results", section.Code);
        Assert.Equal(
            "We built [-12-][+14+] bridges in spring.",
            Show(Assert.Single(section.Paragraphs))
        );
    }

    [Fact]
    public void Paragraphs_come_and_go_where_they_stand()
    {
        var section = Assert.Single(
            TextDiff.Between(
                Text(("results", ["One.", "Two.", "Three."])),
                Text(("results", ["One.", "Three.", "Four."]))
            )
        );

        Assert.Equal(["[-Two.-]", "[+Four.+]"], section.Paragraphs.Select(Show));
    }

    [Fact]
    public void Sections_are_told_one_by_one_and_what_stayed_is_not()
    {
        var changed = TextDiff.Between(
            Text(("results", ["Same."]), ("plans", ["Old."]), (null, ["Elsewhere."])),
            Text(("results", ["Same."]), ("lessons", ["New."]), (null, ["Elsewhere."]))
        );

        Assert.Equal(["lessons", "plans"], changed.Select(section => section.Code));
    }

    [Fact]
    public void Where_nothing_was_read_all_has_come_or_gone()
    {
        var text = Text(("results", ["One."]));

        Assert.Equal("[+One.+]", Show(TextDiff.Between(null, text)[0].Paragraphs[0]));
        Assert.Equal("[-One.-]", Show(TextDiff.Between(text, null)[0].Paragraphs[0]));
        Assert.Empty(TextDiff.Between(null, null));
        Assert.Empty(TextDiff.Between(text, text));
    }

    // Nothing of the one is in the other: the most that comparing can cost.
    [Theory]
    [InlineData(1, 200_000)]
    [InlineData(1_400, 130)]
    [InlineData(50_000, 3)]
    public void However_long_and_hostile_they_are_nothing_is_lost(int paragraphs, int words)
    {
        string[] Made(string word) =>
            [
                .. Enumerable
                    .Range(0, paragraphs)
                    .Select(i =>
                        string.Join(' ', Enumerable.Range(0, words).Select(j => $"{word}{i}-{j}"))
                    ),
            ];
        var (before, now) = (Made("a"), Made("b"));

        var section = Assert.Single(
            TextDiff.Between(Text(("results", before)), Text(("results", now)))
        );

        Assert.Equal(before, Of(section, PieceChange.Gone));
        Assert.Equal(now, Of(section, PieceChange.Come));
    }

    private static IEnumerable<string> Of(SectionDiff section, PieceChange change) =>
        section
            .Paragraphs.Select(paragraph =>
                string.Concat(
                    paragraph
                        .Where(piece => piece.Change == change || piece.Change == PieceChange.None)
                        .Select(piece => piece.Text)
                )
            )
            .Where(text => text.Length > 0);

    private static string Show(IReadOnlyList<TextPiece> paragraph) =>
        string.Concat(
            paragraph.Select(piece =>
                piece.Change switch
                {
                    PieceChange.Gone => $"[-{piece.Text}-]",
                    PieceChange.Come => $"[+{piece.Text}+]",
                    _ => piece.Text,
                }
            )
        );

    private static ReportText Text(params (string? Code, string[] Paragraphs)[] sections) =>
        new([
            .. sections.Select(section => new SectionText(
                section.Code,
                section.Code,
                [.. section.Paragraphs.Select(text => new TextParagraph(text))]
            )),
        ]);
}

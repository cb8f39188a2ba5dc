using System.Text.RegularExpressions;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Checking.Text;

namespace ProgramReview.Core.Checking.Outline;

/// <summary>
/// Finds headings: by the marks of our form, then by the outline level, the numbering, the look. A style's name says nothing, since programs name
/// styles in their own languages.
/// </summary>
internal static partial class Headings
{
    // Of far more pages than any report has.
    private const int MostLines = 50_000;
    private const int Longest = 200;
    private const int LongestPlain = 150;

    // Where nothing but bold capitals says that it is one.
    private const int ByLook = 4;

    /// <summary>All of them, from above.</summary>
    /// <param name="lines">The text, in Unicode.</param>
    /// <param name="isTitle">Whether folded words are one for one what a section is called: then it is a heading however it looks.</param>
    public static IReadOnlyList<Heading> Of(
        IReadOnlyList<DocumentLine> lines,
        Func<IReadOnlyList<string>, bool> isTitle
    )
    {
        var found = new List<Heading>();
        for (var i = 0; i < Math.Min(lines.Count, MostLines); i++)
        {
            if (HeadingAt(lines, i, isTitle) is { } heading)
            {
                found.Add(heading);
                i = heading.End - 1;
            }
        }
        return found;
    }

    /// <summary>Whether a line is one of a contents list: it names every section and is none.</summary>
    public static bool IsOfContents(string text) => Leader.IsMatch(text);

    private static Heading? HeadingAt(
        IReadOnlyList<DocumentLine> lines,
        int i,
        Func<IReadOnlyList<string>, bool> isTitle
    )
    {
        var line = lines[i];
        if (line.Section is { } section)
        {
            var marked = HeadingNumber.Of(line.Text);
            return new Heading(
                i,
                i + 1,
                marked?.Depth ?? HeadingNumber.Roman,
                marked?.Text,
                marked?.Rest ?? line.Text,
                section
            );
        }
        if (
            line.InTable
            || line.IsHint
            || line.Text.Length > Longest
            || IsOfContents(line.Text)
            || !line.Text.Any(char.IsLetter)
        )
        {
            return null;
        }
        var number = HeadingNumber.Of(line.Text);
        var depth =
            DepthOf(line, number)
            ?? (
                isTitle(Folding.Words(number?.Rest ?? line.Text))
                    ? number?.Depth ?? HeadingNumber.Roman
                    : null
            );
        if (depth is null)
        {
            return null;
        }
        if (number is not { Rest: "" })
        {
            var title = number?.Rest ?? line.Text;
            return new Heading(i, i + 1, depth.Value, number?.Text, title, null)
            {
                Level = line.Level,
                IsMarked = line.Level is not null || LooksLikeOne(line),
                Longer =
                    i + 1 < lines.Count && IsTitleBelow(lines[i + 1])
                        ? $"{title} {lines[i + 1].Text}"
                        : null,
            };
        }
        // "PHẦN I" stands alone; its title is on the next lines.
        var end = i + 1;
        while (end < lines.Count && end <= i + 3 && IsTitleBelow(lines[end]))
        {
            end++;
        }
        var below = string.Join(' ', lines.Skip(i + 1).Take(end - i - 1).Select(one => one.Text));
        return new Heading(i, end, depth.Value, number.Text, below, null) { IsMarked = true };
    }

    private static int? DepthOf(DocumentLine line, HeadingNumber? number)
    {
        var looksLikeOne = LooksLikeOne(line);
        var endsLikeText = EndsLikeText(line.Text);
        if (line.Level is { } level && (looksLikeOne || number is not null || !endsLikeText))
        {
            return number?.Depth ?? level + 2;
        }
        if (number is not null)
        {
            return looksLikeOne || (!endsLikeText && line.Text.Length <= LongestPlain)
                ? number.Depth
                : null;
        }
        return !endsLikeText
            && (IsInCapitals(line.Text) || line.IsCapitals || (line.IsBold && line.IsCentred))
                ? ByLook
            : !endsLikeText && line.IsBold ? ByLook + 1
            : null;
    }

    private static bool LooksLikeOne(DocumentLine line) =>
        line.IsBold || line.IsCapitals || IsInCapitals(line.Text);

    private static bool IsTitleBelow(DocumentLine line) =>
        line.Section is null
        && !line.IsHint
        && !line.InTable
        && line.Text.Length <= Longest
        && HeadingNumber.Of(line.Text) is null
        && LooksLikeOne(line)
        && !EndsLikeText(line.Text);

    private static bool EndsLikeText(string text) =>
        text.TrimEnd() is [.., '.' or ';' or ',' or '!' or '?' or '\u0964'];

    private static bool IsInCapitals(string text) =>
        text.Count(char.IsUpper) >= 4 && !text.Any(char.IsLower);

    // Leaders and a page number; a field that was not left out may also end in a tab and the number.
    [GeneratedRegex(@"(?:\.{4,}|…{2,}|_{4,}|(?:\. ){4,})\s*[0-9]{0,4}\s*$|\t\s*[0-9]{1,4}\s*$")]
    private static partial Regex Leader { get; }
}

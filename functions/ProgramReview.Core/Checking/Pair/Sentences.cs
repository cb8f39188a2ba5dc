using System.Text.RegularExpressions;
using ProgramReview.Core.Checking.Outline;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Core.Checking.Pair;

/// <summary>Takes a text apart into sentences.</summary>
internal static partial class Sentences
{
    private const int LongestParagraph = 4000;

    // A sentence of a page names many things; and what is longer costs more than it can say.
    private const int Longest = 1000;

    /// <summary>All sentences outside of tables; the lines of a pdf are put together again first.</summary>
    public static IEnumerable<Sentence> Of(IReadOnlyList<DocumentLine> lines) =>
        Paragraphs(lines)
            .SelectMany(paragraph =>
                Ends.Split(HeadingNumber.Of(paragraph.Text)?.Rest ?? paragraph.Text)
                    .Where(text => text.Length is > 0 and <= Longest)
                    .Select(text => new Sentence(text, paragraph.Line))
            );

    private static IEnumerable<Sentence> Paragraphs(IReadOnlyList<DocumentLine> lines)
    {
        Sentence? open = null;
        foreach (var line in lines.Where(line => !line.InTable && !line.IsHint))
        {
            if (
                open is not null
                && line.Page is not null
                && open.Text.Length < LongestParagraph
                && !Ended.IsMatch(open.Text)
                && !Begins.IsMatch(line.Text)
                && HeadingNumber.Of(line.Text) is null
                && !line.IsBold
                && !open.Line.IsBold
            )
            {
                open = open with { Text = $"{open.Text} {line.Text}" };
                continue;
            }
            if (open is not null)
            {
                yield return open;
            }
            open = new Sentence(line.Text, line);
        }
        if (open is not null)
        {
            yield return open;
        }
    }

    [GeneratedRegex(@"(?<=[.!?;\u0964])\s+(?=[\p{Lu}\p{Lo}\-+*\u2013])")]
    private static partial Regex Ends { get; }

    [GeneratedRegex(@"[.!?;:\u0964]\s*$")]
    private static partial Regex Ended { get; }

    [GeneratedRegex(@"^\s*[-+*\u2013\u2022]\s")]
    private static partial Regex Begins { get; }
}

using System.Text.RegularExpressions;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Core.Checking.Outline;

/// <summary>Puts the lines of a pdf together again; whatever else has lines has paragraphs already.</summary>
internal static partial class Paragraphs
{
    private const int Longest = 4000;

    /// <summary>All paragraphs, each with the line in which it begins.</summary>
    public static IEnumerable<(string Text, DocumentLine Line)> Of(IEnumerable<DocumentLine> lines)
    {
        (string Text, DocumentLine Line)? open = null;
        foreach (var line in lines)
        {
            if (open is var (text, first) && GoesOn(text, first, line))
            {
                open = ($"{text} {line.Text}", first);
                continue;
            }
            if (open is { } whole)
            {
                yield return whole;
            }
            open = (line.Text, line);
        }
        if (open is { } last)
        {
            yield return last;
        }
    }

    private static bool GoesOn(string text, DocumentLine first, DocumentLine line) =>
        line.Page is not null
        && text.Length < Longest
        && !Ended.IsMatch(text)
        && !Begins.IsMatch(line.Text)
        && HeadingNumber.Of(line.Text) is null
        && !line.IsBold
        && !first.IsBold;

    [GeneratedRegex(@"[.!?;:\u0964]\s*$")]
    private static partial Regex Ended { get; }

    [GeneratedRegex(@"^\s*[-+*\u2013\u2022]\s")]
    private static partial Regex Begins { get; }
}

using System.Text.RegularExpressions;
using ProgramReview.Core.Checking.Outline;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Core.Checking.Pair;

/// <summary>Takes a text apart into sentences.</summary>
internal static partial class Sentences
{
    // A sentence of a page names many things; and what is longer costs more than it can say.
    private const int Longest = 1000;

    /// <summary>All sentences outside of tables; the lines of a pdf are put together again first.</summary>
    public static IEnumerable<Sentence> Of(IReadOnlyList<DocumentLine> lines) =>
        Paragraphs
            .Of(lines.Where(line => !line.InTable && !line.IsHint))
            .SelectMany(paragraph =>
                Ends.Split(HeadingNumber.Of(paragraph.Text)?.Rest ?? paragraph.Text)
                    .Where(text => text.Length is > 0 and <= Longest)
                    .Select(text => new Sentence(text, paragraph.Line))
            );

    [GeneratedRegex(@"(?<=[.!?;\u0964])\s+(?=[\p{Lu}\p{Lo}\-+*\u2013])")]
    private static partial Regex Ends { get; }
}

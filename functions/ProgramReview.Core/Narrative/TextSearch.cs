using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Narrative;

/// <summary>Finds words in what reports say, without accents and case.</summary>
/// <param name="typed">The search as somebody typed it.</param>
public sealed class TextSearch(string typed)
{
    private readonly IReadOnlyList<string> words = SearchText.WordsOf(typed);

    /// <summary>Whether nothing is searched for.</summary>
    public bool IsEmpty => words.Count == 0;

    /// <summary>The paragraphs in which all words stand, in any order.</summary>
    /// <param name="text">What a report says.</param>
    /// <param name="section">The section to look in; null for all.</param>
    public IEnumerable<TextHit> In(ReportText text, string? section) =>
        IsEmpty
            ? []
            : text
                .Sections.Where(one => section is null || one.Code == section)
                .SelectMany(one =>
                    one.Paragraphs.Where(paragraph =>
                            SearchText.Holds(SearchText.Fold(paragraph.Text), words)
                        )
                        .Select(paragraph => new TextHit(one.Code, paragraph))
                );

    /// <summary>The text in pieces that together are all of it, each with whether one of the words stands in it.</summary>
    public IEnumerable<(string Piece, bool IsFound)> Mark(string text)
    {
        var from = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == ' ') != (text[i - 1] == ' '))
            {
                var piece = text[from..i];
                var folded = SearchText.Fold(piece);
                yield return (
                    piece,
                    words.Any(word => folded.Contains(word, StringComparison.Ordinal))
                );
                from = i;
            }
        }
    }
}

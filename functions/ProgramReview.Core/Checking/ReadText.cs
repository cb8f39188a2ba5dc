using ProgramReview.Core.Checking.Outline;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Checking.Text;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking;

/// <summary>The text of a report as it was meant, and its sections.</summary>
/// <param name="Lines">In Unicode, whatever it was written in.</param>
/// <param name="Legacy">How it was written if not in Unicode.</param>
/// <param name="Outline">The sections that the plan looks for.</param>
internal sealed record ReadText(
    IReadOnlyList<DocumentLine> Lines,
    LegacyEncoding? Legacy,
    OutlineReading Outline
)
{
    // A scan may have a stamp's or a printer's letters.
    private const int FewestLetters = 40;
    private const int LongestOfHead = 300;

    /// <summary>Whether there is text at all; otherwise it is a picture of one.</summary>
    public bool IsThere { get; init; }

    /// <summary>The lines before the first section; what is longer than any line of a head is none.</summary>
    public IEnumerable<DocumentLine> Head =>
        Lines.Take(Outline.Head).Where(line => line.Text.Length <= LongestOfHead);

    /// <summary>Reads the text of a document.</summary>
    public static ReadText Of(DocumentFacts document, IReadOnlyList<OutlineSection> outline)
    {
        var guessed = LegacyText.OfTexts(
            document.Lines.Where(line => line.Font is null).Select(line => line.Text)
        );
        IReadOnlyList<DocumentLine> lines =
        [
            .. document.Lines.Select(line =>
                line with
                {
                    Text = LegacyText.Decode(
                        line.Text,
                        line.Font is null ? guessed : LegacyText.OfFont(line.Font)
                    ),
                    IsCapitals = line.IsCapitals || LegacyText.IsCapitalsFont(line.Font),
                }
            ),
        ];
        var byFont = document.Lines.FirstOrDefault(LegacyText.IsLegacy);
        return new ReadText(
            lines,
            byFont is null ? guessed : LegacyText.OfFont(byFont.Font),
            OutlineReading.Of(lines, outline)
        )
        {
            IsThere = document.Letters >= FewestLetters,
        };
    }
}

using ProgramReview.Core.Checking.Reading;
using UglyToad.PdfPig.Content;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>The letters of a page, those of each way that text runs by themselves, until they are put into lines.</summary>
internal sealed class PdfLetters
{
    private readonly SortedDictionary<TextOrientation, List<PdfLetter>> ways = [];
    private (TextOrientation Way, List<PdfLetter>? Letters) last;

    /// <summary>How many there are that are no blanks.</summary>
    public int Written { get; private set; }

    /// <summary>Another letter.</summary>
    public void Add(Letter letter, PdfFonts fonts)
    {
        var way = letter.TextOrientation;
        if (last.Letters is not { } letters || last.Way != way)
        {
            if (!ways.TryGetValue(way, out letters))
            {
                ways[way] = letters = [];
            }
            last = (way, letters);
        }
        if (PdfLetter.Of(letter, fonts.Of(letter), letters.Count) is { } one)
        {
            letters.Add(one);
            Written += one.IsBlank ? 0 : 1;
        }
    }

    /// <summary>Those of others, as if they had been drawn afterwards.</summary>
    public void Add(PdfLetters others)
    {
        foreach (var (way, letters) in others.ways)
        {
            ways[way] = ways.TryGetValue(way, out var own) ? [.. own, .. letters] : letters;
        }
        Written += others.Written;
    }

    /// <summary>The lines that they stand on.</summary>
    public IReadOnlyList<DocumentLine> Lines(int page, FontTally fonts)
    {
        var lines = new List<PdfLine>();
        foreach (var letters in ways.Values)
        {
            if (!AreInOrder(letters))
            {
                letters.Sort(PdfLetter.ByLine);
            }
            PdfLine? line = null;
            foreach (var letter in letters)
            {
                if (line?.TryAdd(letter) != true)
                {
                    lines.Add(line = new PdfLine(letter));
                }
            }
        }
        var (left, right) = PdfLine.Edges(lines);
        return
        [
            .. lines.Select(line => line.ToLine(page, left, right, fonts)).OfType<DocumentLine>(),
        ];
    }

    // Most programs draw from top to bottom.
    private static bool AreInOrder(List<PdfLetter> letters)
    {
        for (var i = 1; i < letters.Count; i++)
        {
            if (letters[i].Up > letters[i - 1].Up)
            {
                return false;
            }
        }
        return true;
    }
}

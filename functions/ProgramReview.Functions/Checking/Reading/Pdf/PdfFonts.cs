using UglyToad.PdfPig.Content;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>The fonts of a PDF, each looked at once, and how many letters are set in them.</summary>
internal sealed class PdfFonts
{
    private readonly Dictionary<(string, bool), PdfFont> known = [];
    private (string? Name, bool IsBold, PdfFont? Font) last;

    /// <summary>The letters that are set in each.</summary>
    public FontTally Tally { get; } = new();

    /// <summary>The font of a letter.</summary>
    public PdfFont Of(Letter letter)
    {
        var (name, isBold) = (letter.FontName ?? "", letter.FontDetails.IsBold);
        // Most letters are set as the one before.
        if (last.Font is { } font && (object)name == last.Name && isBold == last.IsBold)
        {
            return font;
        }
        if (!known.TryGetValue((name, isBold), out var found))
        {
            known[(name, isBold)] = found = PdfFont.Of(name, isBold);
        }
        last = (name, isBold, found);
        return found;
    }
}

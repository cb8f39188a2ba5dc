using System.Text.RegularExpressions;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Core.Checking.Text;

/// <summary>Recognises text of the time before Unicode, and reads it as it was meant.</summary>
internal static partial class LegacyText
{
    // Fewer words say too little of how a text is written.
    private const int FewestWords = 10;
    private const double MostlyWellFormed = 0.9;

    /// <summary>The encoding that a font is for, or null.</summary>
    public static LegacyEncoding? OfFont(string? font) =>
        font is null ? null
        : font.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) ? LegacyEncoding.Tcvn3
        : font.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase) ? LegacyEncoding.Vni
        : null;

    /// <summary>Whether a font shows small letters as capitals: of those of TCVN3, the ones that end in H.</summary>
    public static bool IsCapitalsFont(string? font) =>
        OfFont(font) == LegacyEncoding.Tcvn3 && font!.Split(' ')[0].EndsWith('H');

    /// <summary>How the texts of a file that does not say its fonts are written, or null for Unicode; by their syllables.</summary>
    public static LegacyEncoding? OfTexts(IEnumerable<string> texts)
    {
        var odd = new List<string>();
        foreach (var text in texts)
        {
            if (IsUnicode(text))
            {
                return null;
            }
            odd.AddRange(
                Word.Matches(text).Select(match => match.Value).Where(word => word.Any(IsWestern))
            );
        }
        if (odd.Count < FewestWords)
        {
            return null;
        }
        var best = Enum.GetValues<LegacyEncoding>()
            .Select(encoding => (Encoding: encoding, Share: ShareOfSyllables(odd, encoding)))
            .MaxBy(one => one.Share);
        return best.Share >= MostlyWellFormed ? best.Encoding : null;
    }

    /// <summary>The text as it was meant; text with letters that only Unicode has stays as it is, whatever its font.</summary>
    public static string Decode(string text, LegacyEncoding? encoding) =>
        encoding is not { } known || IsUnicode(text) ? text
        : known == LegacyEncoding.Tcvn3 ? Tcvn3.Decode(text)
        : Vni.Decode(text);

    /// <summary>Whether letters in a font are written in its encoding, and not in Unicode all the same.</summary>
    public static bool IsLegacy(DocumentLine line) =>
        OfFont(line.Font) is not null && !IsUnicode(line.Text) && line.Text.Any(IsWestern);

    private static double ShareOfSyllables(List<string> words, LegacyEncoding encoding) =>
        words.Count(word => Syllable.IsWellFormed(Decode(word, encoding))) / (double)words.Count;

    /// <summary>Whether it has letters that Vietnamese has and Western Europe has not.</summary>
    public static bool IsUnicode(string text) =>
        text.Any(c =>
            c
                is (>= '\u1EA0' and <= '\u1EF9')
                    or 'ă'
                    or 'Ă'
                    or 'đ'
                    or 'Đ'
                    or 'ơ'
                    or 'Ơ'
                    or 'ư'
                    or 'Ư'
        );

    private static bool IsWestern(char c) => c is >= '\u00A1' and <= '\u00FF';

    [GeneratedRegex(@"[A-Za-z\u00A1-\u00FF]+")]
    private static partial Regex Word { get; }
}

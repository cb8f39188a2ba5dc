using ProgramReview.Core.Checking.Text;

namespace ProgramReview.Core.Tests.Checking.Planted;

/// <summary>Writes Vietnamese as it was written before Unicode.</summary>
internal static class OldLetters
{
    private static readonly Dictionary<char, string> ToTcvn3 = Enumerable
        .Range(0xA1, 0x5F)
        .Select(code => ((char)code).ToString())
        .Where(one => LegacyText.Decode(one, LegacyEncoding.Tcvn3) != one)
        .ToDictionary(one => LegacyText.Decode(one, LegacyEncoding.Tcvn3)[0]);

    private static readonly Dictionary<char, string> ToVni = Pairs()
        .Where(one => LegacyText.Decode(one, LegacyEncoding.Vni) is [var only] && only != one[0])
        .DistinctBy(one => LegacyText.Decode(one, LegacyEncoding.Vni))
        .ToDictionary(one => LegacyText.Decode(one, LegacyEncoding.Vni)[0]);

    // It has no capitals with tones: people wrote small ones in a font of capitals.
    public static string Tcvn3(string text) =>
        string.Concat(
            text.Select(c =>
                ToTcvn3.GetValueOrDefault(c)
                ?? ToTcvn3.GetValueOrDefault(char.ToLowerInvariant(c))
                ?? c.ToString()
            )
        );

    public static string Vni(string text) =>
        string.Concat(text.Select(c => ToVni.GetValueOrDefault(c) ?? c.ToString()));

    private static IEnumerable<string> Pairs()
    {
        var western = Enumerable.Range(0xC0, 0x40).Select(code => ((char)code).ToString()).ToList();
        var bases = "aeouyAEOUYôöÔÖ".Select(c => c.ToString());
        return bases.SelectMany(letter => western.Select(mark => letter + mark)).Concat(western);
    }
}

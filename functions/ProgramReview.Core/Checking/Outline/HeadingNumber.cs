using System.Text.RegularExpressions;

namespace ProgramReview.Core.Checking.Outline;

/// <summary>The number that a heading begins with.</summary>
/// <param name="Depth">How deep headings with such a number stand: a part before a Roman numeral, that before a digit, that before a letter.</param>
/// <param name="Text">The number as it is written, with its point or hyphen.</param>
/// <param name="Rest">What stands behind it.</param>
internal sealed partial record HeadingNumber(int Depth, string Text, string Rest)
{
    /// <summary>How deep Roman numerals stand, and what has no number and is known for a section.</summary>
    public const int Roman = 3;

    private const int Digit = 5;

    /// <summary>The number of a line, or null.</summary>
    public static HeadingNumber? Of(string line)
    {
        if (Named.Match(line) is { Success: true } named)
        {
            var depth =
                named.Groups["chapter"].Success ? 2
                : named.Groups["section"].Success ? Digit
                : 1;
            return At(depth, named, line);
        }
        if (RomanForm.Match(line) is { Success: true } roman)
        {
            return At(Roman, roman, line);
        }
        if (CapitalForm.Match(line) is { Success: true } capital)
        {
            return At(Roman + 1, capital, line);
        }
        if (DigitForm.Match(line) is { Success: true } digit)
        {
            return At(
                Digit + digit.Groups["number"].Value.Trim('.', '-', ')').Count(c => c == '.'),
                digit,
                line
            );
        }
        return null;
    }

    private static HeadingNumber At(int depth, Match match, string line) =>
        new(
            depth,
            match.Groups["number"].Value.Trim(),
            line[match.Length..].TrimStart(' ', ':', '.', '-', '\u2013', '\u2014')
        );

    [GeneratedRegex(
        @"^\s*(?<number>(?:(?<part>phần|part|भाग)|(?<chapter>chương|chapter|अध्याय)|(?<section>mục|section|खंड))\s+(?:thứ\s+\p{L}+|[IVXLC]+|[0-9]{1,2}|[A-Z])(?![\p{L}\p{M}0-9]))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Named { get; }

    // With its point or hyphen, or alone: a word such as "I" or "XL" begins a sentence, too.
    [GeneratedRegex(
        @"^\s*(?<number>(?:[IVX]|[IVXLC]{2,7})\s?(?:[.)/]|[-\u2013](?!\p{L}\.))(?![0-9]))\s*"
    )]
    private static partial Regex RomanForm { get; }

    [GeneratedRegex(@"^\s*(?<number>[A-ZĐ][.)])\s+")]
    private static partial Regex CapitalForm { get; }

    [GeneratedRegex(
        @"^\s*(?<number>[0-9]{1,2}(?:\.[0-9]{1,2}){1,4}[.)]?|[0-9]{1,2}(?:[.)]|\s?[-\u2013]))\s+(?=[\p{L}\p{P}])|^\s*(?<number>[0-9]{1,2}[.\-)])(?=\p{L})"
    )]
    private static partial Regex DigitForm { get; }
}

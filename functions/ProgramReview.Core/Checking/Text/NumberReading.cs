using System.Globalization;
using System.Text.RegularExpressions;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Checking.Text;

/// <summary>
/// Reads numbers as people of three languages write them: points, commas or spaces between thousands, a comma or point before decimals, lakhs.
/// What can be read in two ways is not guessed.
/// </summary>
internal static partial class NumberReading
{
    /// <summary>No figure of a report comes near, and sums and products of what lies below cannot overflow.</summary>
    public const decimal TooLarge = 1_000_000_000_000_000m;

    private const int MostLetters = 100;

    /// <summary>What a text is.</summary>
    /// <param name="text">As it is written.</param>
    /// <param name="units">What it may be followed by: the unit in any language.</param>
    public static WrittenNumber Read(string text, params IReadOnlyList<string> units)
    {
        if (text.Length > MostLetters)
        {
            return new WrittenNumber(WrittenKind.Words);
        }
        var trimmed = HumanText.WithPlainDigits(text.Trim());
        var isPreliminary = false;
        if (
            Bracketed.Match(trimmed) is { Success: true } mark
            && NumberWords.SayPreliminary(mark.Groups["in"].Value)
        )
        {
            isPreliminary = true;
            trimmed = mark.Groups["before"].Value.Trim();
        }
        if (trimmed.Length == 0)
        {
            return new WrittenNumber(WrittenKind.Missing);
        }
        if (!trimmed.Any(char.IsAsciiDigit))
        {
            var key = Folding.Key(trimmed);
            return new WrittenNumber(
                key.Length == 0 || NumberWords.SayMissing(key)
                    ? WrittenKind.Missing
                    : WrittenKind.Words
            );
        }
        return Number(WithoutUnit(trimmed, units)) with { IsPreliminary = isPreliminary };
    }

    private static string WithoutUnit(string text, IReadOnlyList<string> units)
    {
        if (Parts.Match(text) is not { Success: true } parts)
        {
            return text;
        }
        var behind = UnitKey.Of(parts.Groups["unit"].Value);
        return units.Any(unit => UnitKey.Of(unit) == behind)
            ? parts.Groups["number"].Value.Trim()
            : text;
    }

    private static WrittenNumber Number(string text)
    {
        if (Shape.Match(text) is not { Success: true } shape)
        {
            return new WrittenNumber(WrittenKind.Words);
        }
        var sign = shape.Groups["sign"].Value is "" or "+" ? 1 : -1;
        var digits = Spaces.Replace(shape.Groups["digits"].Value, "");
        if (Plain.IsMatch(digits))
        {
            return Of(sign, digits);
        }
        if (Thousands.IsMatch(digits) || Lakhs.IsMatch(digits))
        {
            var one = digits.IndexOfAny(Separators);
            var isOnce = one == digits.LastIndexOfAny(Separators);
            var whole = Of(sign, string.Concat(digits.Where(char.IsAsciiDigit)));
            return isOnce && digits[0] != '0'
                    ? whole with
                    {
                        Kind = WrittenKind.Ambiguous,
                        Other = Of(sign, digits.Replace(',', '.')).Value,
                    }
                : isOnce ? Of(sign, digits.Replace(',', '.'))
                : whole;
        }
        if (Decimals.IsMatch(digits))
        {
            return Of(sign, digits.Replace(',', '.'));
        }
        return Both.Match(digits) is { Success: true } both
            ? Of(
                sign,
                string.Concat(both.Groups["whole"].Value.Where(char.IsAsciiDigit))
                    + '.'
                    + both.Groups["part"].Value
            )
            : new WrittenNumber(WrittenKind.Words);
    }

    private static WrittenNumber Of(int sign, string digits) =>
        decimal.TryParse(
            digits,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value
        )
        && value < TooLarge
            ? new WrittenNumber(WrittenKind.Number, sign * value)
            : new WrittenNumber(WrittenKind.Words);

    private static readonly char[] Separators = ['.', ','];

    [GeneratedRegex(@"^(?<before>.*?)\s*[(\[](?<in>[^()\[\]]+)[)\]]$")]
    private static partial Regex Bracketed { get; }

    [GeneratedRegex(@"^(?<number>.*?[0-9])\s*(?<unit>[^0-9]+)$")]
    private static partial Regex Parts { get; }

    // A space stands between whole groups of three only: two numbers beside each other are not one.
    [GeneratedRegex(
        @"^(?<sign>[-+\u2212\u2013])?\s*(?<digits>[0-9]{1,3}(?:[\s\u00A0\u202F][0-9]{3})+(?:[.,][0-9]+)?|[0-9][0-9.,]*)$"
    )]
    private static partial Regex Shape { get; }

    [GeneratedRegex(@"\s")]
    private static partial Regex Spaces { get; }

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex Plain { get; }

    [GeneratedRegex(@"^[0-9]{1,3}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+)$")]
    private static partial Regex Thousands { get; }

    [GeneratedRegex("^[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}$")]
    private static partial Regex Lakhs { get; }

    [GeneratedRegex("^[0-9]+[.,][0-9]+$")]
    private static partial Regex Decimals { get; }

    [GeneratedRegex(
        @"^(?<whole>[0-9]{1,3}(?:\.[0-9]{3})+),(?<part>[0-9]+)$|^(?<whole>[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3})\.(?<part>[0-9]+)$"
    )]
    private static partial Regex Both { get; }
}

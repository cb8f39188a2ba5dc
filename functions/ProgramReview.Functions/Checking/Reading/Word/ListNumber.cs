using System.Globalization;

namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>Writes the number of a list's item as Word shows it.</summary>
internal static class ListNumber
{
    // Nobody counts further in these; what does is written in figures.
    private const int MostRoman = 3999;
    private const int MostLetters = 26 * 30;

    private static readonly (int Worth, string Letters)[] Roman =
    [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];

    private static readonly string[] Vietnamese =
    [
        "một",
        "hai",
        "ba",
        "bốn",
        "năm",
        "sáu",
        "bảy",
        "tám",
        "chín",
        "mười",
    ];

    /// <summary>A number in a format of the standard.</summary>
    public static string Of(int number, string format) =>
        format switch
        {
            "none" => "",
            "upperRoman" when number is > 0 and <= MostRoman => RomanOf(number),
            "lowerRoman" when number is > 0 and <= MostRoman => RomanOf(number).ToLowerInvariant(),
            "upperLetter" when number is > 0 and <= MostLetters => LettersOf(number, 'A'),
            "lowerLetter" when number is > 0 and <= MostLetters => LettersOf(number, 'a'),
            "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
            "vietnameseCounting" when number > 0 && number <= Vietnamese.Length => Vietnamese[
                number - 1
            ],
            _ => number.ToString(CultureInfo.InvariantCulture),
        };

    private static string RomanOf(int number)
    {
        var text = "";
        foreach (var (worth, letters) in Roman)
        {
            for (; number >= worth; number -= worth)
            {
                text += letters;
            }
        }
        return text;
    }

    // A to Z, then AA to ZZ: the letter again.
    private static string LettersOf(int number, char first)
    {
        var (times, letter) = Math.DivRem(number - 1, 26);
        return new string((char)(first + letter), times + 1);
    }
}

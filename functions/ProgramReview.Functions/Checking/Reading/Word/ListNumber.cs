using System.Globalization;
using ProgramReview.Core.Forms;

namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>Writes the number of a list's item as Word shows it.</summary>
internal static class ListNumber
{
    // Nobody counts further in these; what does is written in figures.
    private const int MostRoman = 3999;
    private const int MostLetters = 26 * 30;

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
            "upperRoman" when number is > 0 and <= MostRoman => Roman.Of(number),
            "lowerRoman" when number is > 0 and <= MostRoman => Roman.Of(number).ToLowerInvariant(),
            "upperLetter" when number is > 0 and <= MostLetters => LettersOf(number, 'A'),
            "lowerLetter" when number is > 0 and <= MostLetters => LettersOf(number, 'a'),
            "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
            "vietnameseCounting" when number > 0 && number <= Vietnamese.Length => Vietnamese[
                number - 1
            ],
            _ => number.ToString(CultureInfo.InvariantCulture),
        };

    // A to Z, then AA to ZZ: the letter again.
    private static string LettersOf(int number, char first)
    {
        var (times, letter) = Math.DivRem(number - 1, 26);
        return new string((char)(first + letter), times + 1);
    }
}

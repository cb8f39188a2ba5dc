namespace ProgramReview.Core.Forms;

/// <summary>Roman numerals, with which sections and lists are numbered.</summary>
public static class Roman
{
    private static readonly (int Value, string Numeral)[] Steps =
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

    /// <summary>The numeral of a number from 1 on.</summary>
    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        var numeral = "";
        foreach (var (value, sign) in Steps)
        {
            for (; number >= value; number -= value)
            {
                numeral += sign;
            }
        }
        return numeral;
    }
}

using System.Globalization;

namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>Takes the number of a cell as people see it: to fifteen figures, which is what programs of tables keep exact.</summary>
internal static class CellNumber
{
    // So many signs hold no more figures than are exact anyway.
    private const int MostExact = 15;

    /// <summary>The number as programs write it, or null if it is none that a figure could be.</summary>
    public static decimal? Of(string written) =>
        written.Length <= MostExact
        && decimal.TryParse(
            written,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var exact
        )
            ? exact
        : double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Of(number)
        : null;

    /// <summary>The number, or null beyond what a figure could be.</summary>
    public static decimal? Of(double number) =>
        Math.Abs(number) < (double)decimal.MaxValue / 2 ? (decimal)number : null;
}

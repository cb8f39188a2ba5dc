namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>How a cell is shown.</summary>
/// <param name="Format">The format of numbers; null for the general one.</param>
/// <param name="IsDate">Whether that shows a day or time.</param>
/// <param name="Font">The font of text, or null.</param>
internal sealed record CellStyle(string? Format, bool IsDate, string? Font)
{
    /// <summary>Nothing said.</summary>
    public static readonly CellStyle Plain = new(null, false, null);

    private const int MostLetters = 100;

    /// <summary>One of a format and a font.</summary>
    public static CellStyle Of(string? format, string? font) =>
        new(
            format is null or "" or "General"
                ? null
                : format[..Math.Min(format.Length, MostLetters)],
            NumberFormats.IsDate(format),
            font
        );
}

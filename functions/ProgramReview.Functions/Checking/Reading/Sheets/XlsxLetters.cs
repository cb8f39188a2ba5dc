using System.Globalization;
using System.Text.RegularExpressions;

namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>Reads the signs that stand in an xlsx for letters which XML does not take, <c>_x000D_</c> for the end of a line (ECMA-376 part 1, 22.9.2.19).</summary>
internal static partial class XlsxLetters
{
    /// <summary>The text that was meant.</summary>
    public static string Of(string written) =>
        written.Contains("_x", StringComparison.Ordinal)
            ? Sign()
                .Replace(
                    written,
                    sign =>
                        (
                            (char)
                                ushort.Parse(
                                    sign.Groups[1].ValueSpan,
                                    NumberStyles.HexNumber,
                                    CultureInfo.InvariantCulture
                                )
                        ).ToString()
                )
            : written;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();
}

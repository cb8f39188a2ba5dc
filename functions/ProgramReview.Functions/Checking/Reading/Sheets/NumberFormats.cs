using System.Collections.Frozen;

namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>The formats that numbers in cells are shown in: which are those of days and times (ECMA-376 part 1, 18.8.30 and 18.8.31).</summary>
internal static class NumberFormats
{
    private static readonly FrozenDictionary<int, string> BuiltIn = new Dictionary<int, string>
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00E+00",
        [12] = "# ?/?",
        [13] = "# ??/??",
        [14] = "mm-dd-yy",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "m/d/yy h:mm",
        [37] = "#,##0 ;(#,##0)",
        [38] = "#,##0 ;[Red](#,##0)",
        [39] = "#,##0.00;(#,##0.00)",
        [40] = "#,##0.00;[Red](#,##0.00)",
        [45] = "mm:ss",
        [46] = "[h]:mm:ss",
        [47] = "mmss.0",
        [48] = "##0.0E+0",
        [49] = "@",
    }.ToFrozenDictionary();

    /// <summary>The format that programs know under a number; null for the general one.</summary>
    public static string? OfId(int id) => BuiltIn.GetValueOrDefault(id);

    /// <summary>Whether a format shows a day or a time: a letter of one outside of quotes, brackets and what is shown as it is.</summary>
    public static bool IsDate(string? format)
    {
        if (format is null || format.Equals("General", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
        for (var at = 0; at < format.Length; at++)
        {
            switch (format[at])
            {
                case '"':
                    at = After(format, '"', at);
                    break;
                case '[':
                    var end = After(format, ']', at);
                    if (
                        format[(at + 1)..Math.Max(at + 1, end)]
                        is "h"
                            or "hh"
                            or "m"
                            or "mm"
                            or "s"
                            or "ss"
                    )
                    {
                        return true;
                    }
                    at = end;
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case 'd' or 'D' or 'm' or 'M' or 'y' or 'Y' or 'h' or 'H' or 's' or 'S':
                    return true;
            }
        }
        return false;
    }

    private static int After(string format, char end, int at)
    {
        var found = format.IndexOf(end, at + 1);
        return found < 0 ? format.Length : found;
    }
}

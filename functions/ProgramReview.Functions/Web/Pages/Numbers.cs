using System.Globalization;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Numbers and sizes as the reader's language writes them.</summary>
public static class Numbers
{
    private static readonly NumberFormatInfo Vietnamese = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
    };

    private static readonly NumberFormatInfo English = new();

    private static readonly NumberFormatInfo Hindi = new() { NumberGroupSizes = [3, 2] };

    /// <summary>A whole number with its groups.</summary>
    public static string Show(Language language, long value) =>
        value.ToString("N0", Format(language));

    /// <summary>A size in bytes, in the largest unit that fits: B, KB, MB; 1 KB is 1,024 bytes.</summary>
    public static string Size(Language language, long bytes) =>
        bytes switch
        {
            < 1024 => Bytes(language, bytes),
            < 1024 * 1024 => $"{Short(language, bytes / 1024d)} KB",
            _ => $"{Short(language, bytes / 1048576d)} MB",
        };

    /// <summary>A size in whole bytes, for two sizes that read alike when rounded.</summary>
    public static string Bytes(Language language, long bytes) => $"{Show(language, bytes)} B";

    private static string Short(Language language, double value) =>
        value.ToString(value < 100 ? "#,0.#" : "#,0", Format(language));

    /// <summary>How the language writes numbers.</summary>
    public static NumberFormatInfo Format(Language language) =>
        language switch
        {
            Language.Vi => Vietnamese,
            Language.Hi => Hindi,
            _ => English,
        };
}

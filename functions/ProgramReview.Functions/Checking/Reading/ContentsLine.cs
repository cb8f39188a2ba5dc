using System.Text.RegularExpressions;

namespace ProgramReview.Functions.Checking.Reading;

/// <summary>Tells a line of a contents list by its dotted leader and the page it names: it names every section and makes empty ones look present.</summary>
internal static partial class ContentsLine
{
    /// <summary>Whether a line is one.</summary>
    public static bool Is(string text) =>
        text.Length > 0 && char.IsAsciiDigit(text[^1]) && Leader().IsMatch(text);

    [GeneratedRegex(
        @"(?:[.·…_]\s?){5}\s*[0-9]{1,4}$",
        RegexOptions.CultureInvariant | RegexOptions.RightToLeft | RegexOptions.NonBacktracking
    )]
    private static partial Regex Leader();
}

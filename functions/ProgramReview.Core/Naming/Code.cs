namespace ProgramReview.Core.Naming;

/// <summary>
/// The rule for every short code in a plan (cycle, body, report type, person): 1 to 60 of a-z, 0-9 and inner hyphens, so that a
/// code can stand in a URL, a table key, a blob name and an instance id.
/// </summary>
public static class Code
{
    /// <summary>The longest code, in characters.</summary>
    public const int MaxLength = 60;

    /// <summary>Whether the text can be a code: it stands in addresses, file names and table keys.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && text[0] != '-'
        && text[^1] != '-'
        && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}

namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>Reads the marks by which our form names the section that a heading begins.</summary>
internal static class SectionMark
{
    private const string Bookmark = "section_";

    // As long as any code in a plan.
    private const int MostLetters = 64;

    /// <summary>The code that a bookmark's name holds, or null.</summary>
    public static string? OfBookmark(string? name) =>
        name?.StartsWith(Bookmark, StringComparison.Ordinal) == true
            ? OfTag(name[Bookmark.Length..].Replace('_', '-'))
            : null;

    /// <summary>The code that a content control's tag is, or null.</summary>
    public static string? OfTag(string? tag) =>
        tag is { Length: > 0 and <= MostLetters }
        && tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? tag
            : null;
}

namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>Whose elements are read in the text of a docx: all others are drawings and the like, in which the same names mean something else.</summary>
internal static class DocxNamespaces
{
    private const string Compatibility =
        "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <summary>Whether elements of a namespace are read.</summary>
    public static bool AreRead(string uri) =>
        uri
            is "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                or "http://purl.oclc.org/ooxml/wordprocessingml/main"
                or "http://schemas.openxmlformats.org/officeDocument/2006/math"
                or "http://purl.oclc.org/ooxml/officeDocument/math"
                or Compatibility;

    /// <summary>Whether programs that people have understand a namespace, so that they show what is written for it.</summary>
    public static bool AreShown(string? uri) =>
        uri is not null
        && (
            uri.StartsWith("http://schemas.microsoft.com/office/", StringComparison.Ordinal)
            || uri.StartsWith("http://schemas.openxmlformats.org/", StringComparison.Ordinal)
        );
}

using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ProgramReview.Functions.Forms;

/// <summary>
/// Marks a heading with its section's code, which stays with it wherever it is moved and whatever is written in it: a content control, and a bookmark
/// for programs that drop the control's tag, as LibreOffice 7.4 does. A reader that finds neither goes by the text.
/// </summary>
internal static class OutlineMark
{
    // Word knows no longer names of bookmarks.
    private const int MostLetters = 40;

    /// <summary>The heading with its marks.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="code">The section's code.</param>
    /// <param name="number">The section's number, from 1.</param>
    public static OpenXmlElement[] Around(Run heading, string code, int number)
    {
        var control = new SdtRun(
            new SdtProperties(new Tag { Val = code }, new SdtId { Val = number }),
            new SdtContentRun(heading)
        );
        // A name takes no hyphen, and a code no underscore: each can be had from the other.
        var name = $"section_{code.Replace('-', '_')}";
        var id = number.ToString(CultureInfo.InvariantCulture);
        return name.Length > MostLetters
            ? [control]
            : [new BookmarkStart { Name = name, Id = id }, control, new BookmarkEnd { Id = id }];
    }
}

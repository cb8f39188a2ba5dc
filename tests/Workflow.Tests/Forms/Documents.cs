using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ProgramReview.Workflow.Tests.Forms;

/// <summary>Reads a filled outline as a test wants it.</summary>
internal static class Documents
{
    /// <summary>The text of each section by its code, hints included.</summary>
    public static Dictionary<string, string> Sections(ReadOnlyMemory<byte> file)
    {
        using var document = Open(file);
        var sections = new Dictionary<string, string>();
        var code = "";
        foreach (
            var paragraph in document.MainDocumentPart!.Document!.Body!.Elements<W.Paragraph>()
        )
        {
            if (paragraph.Descendants<W.Tag>().FirstOrDefault() is { } tag)
            {
                code = tag.Val!.Value!;
                sections[code] = "";
            }
            else if (code.Length > 0)
            {
                sections[code] += paragraph.InnerText;
            }
        }
        return sections;
    }

    /// <summary>All that can be read, and what the heading of a section says.</summary>
    public static (string Text, string Heading, int Hints) Whole(
        ReadOnlyMemory<byte> file,
        string section
    )
    {
        using var document = Open(file);
        var body = document.MainDocumentPart!.Document!.Body!;
        return (
            body.InnerText,
            body.Descendants<W.Tag>()
                .FirstOrDefault(tag => tag.Val!.Value == section)
                ?.Ancestors<W.Paragraph>()
                .First()
                .InnerText
                ?? "",
            body.Descendants<W.ShowingPlaceholder>().Count()
        );
    }

    /// <summary>The document.</summary>
    public static WordprocessingDocument Open(ReadOnlyMemory<byte> file) =>
        WordprocessingDocument.Open(new MemoryStream(file.ToArray()), isEditable: false);
}

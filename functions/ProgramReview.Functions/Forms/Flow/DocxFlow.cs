using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ProgramReview.Functions.Forms.Flow;

/// <summary>Writes a document for Word as it comes: what is written is gone from memory. The same content gives the same bytes.</summary>
internal static class DocxFlow
{
    /// <summary>What it is.</summary>
    public const string ContentType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The namespace of a document's text.</summary>
    internal const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Writes it.</summary>
    /// <param name="document">The document; gone through twice, since its notes stand in a part behind its text.</param>
    /// <param name="target">Whoever fetches it; only written forward.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task WriteAsync(
        FlowDocument document,
        Stream target,
        CancellationToken cancellation
    )
    {
        await using var zip = new ForwardZip(target, cancellation);
        foreach (var (name, part) in Parts(document))
        {
            await zip.AddAsync(name, part);
        }
        await zip.AddAsync(
            "word/document.xml",
            (stream, goOn) =>
                WriteAsync(
                    stream,
                    "document",
                    async writer =>
                    {
                        var body = new DocxBody(writer, document.Language);
                        body.Begin();
                        await foreach (var block in document.Blocks(cancellation))
                        {
                            body.Write(block);
                            // What is written so far leaves the memory.
                            writer.Flush();
                            await goOn();
                        }
                        body.End();
                    }
                )
        );
        await zip.AddAsync(
            "word/footnotes.xml",
            (stream, goOn) =>
                WriteAsync(
                    stream,
                    "footnotes",
                    async writer =>
                    {
                        DocxNotes.Begin(writer);
                        var number = 0;
                        await foreach (var block in document.Blocks(cancellation))
                        {
                            if (block.Note is { } note)
                            {
                                DocxNotes.Of(++number, note).WriteTo(writer);
                                writer.Flush();
                                await goOn();
                            }
                        }
                    }
                )
        );
    }

    private static async Task WriteAsync(Stream stream, string root, Func<XmlWriter, Task> content)
    {
        await using var writer = XmlWriter.Create(
            stream,
            new XmlWriterSettings { Encoding = new UTF8Encoding(false), Async = true }
        );
        writer.WriteStartElement("w", root, Main);
        await content(writer);
        writer.WriteEndElement();
    }

    private static IEnumerable<(string Name, byte[] Content)> Parts(FlowDocument document)
    {
        var type = $"{PackageParts.Office}.wordprocessingml";
        return
        [
            .. PackageParts.Heads(
                document.Title,
                document.Language,
                ("word/document.xml", $"{type}.document.main+xml"),
                ("word/styles.xml", $"{type}.styles+xml"),
                ("word/settings.xml", $"{type}.settings+xml"),
                ("word/footnotes.xml", $"{type}.footnotes+xml"),
                ("word/header.xml", $"{type}.header+xml")
            ),
            PackageParts.Links(
                "word/_rels/document.xml.rels",
                ("styles", "styles", "styles.xml"),
                ("settings", "settings", "settings.xml"),
                ("footnotes", "footnotes", "footnotes.xml"),
                (OutlinePage.NumberId, "header", "header.xml")
            ),
            PackageParts.Part("word/styles.xml", DocxStyles.Of(document.Style, document.Language)),
            PackageParts.Part("word/settings.xml", Settings()),
            PackageParts.Part("word/header.xml", OutlinePage.Number()),
        ];
    }

    private static Settings Settings() =>
        new(
            new FootnoteDocumentWideProperties(
                new FootnoteSpecialReference { Id = -1 },
                new FootnoteSpecialReference { Id = 0 }
            ),
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            )
        );
}

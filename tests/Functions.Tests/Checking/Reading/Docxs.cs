namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>Writes docx files of any text.</summary>
internal static class Docxs
{
    private const string Namespaces =
        "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' xmlns:own='urn:nobody' xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'";
    private const string Relation =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A file with this text, and what else it takes.</summary>
    public static byte[] Of(
        string body,
        string styles = "",
        string numbering = "",
        string relations = "",
        params IReadOnlyList<(string Name, string Content)> more
    ) =>
        Files.Zip([
            (
                "[Content_Types].xml",
                $"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='xml' ContentType='application/xml'/><Override PartName='/word/document.xml' ContentType='{Files.WordType}'/></Types>"
            ),
            (
                "_rels/.rels",
                $"<Relationships>{Related("main", "officeDocument", "word/document.xml")}{Related("own", "custom-properties", "docProps/custom.xml")}</Relationships>"
            ),
            (
                "word/_rels/document.xml.rels",
                $"<Relationships>{Related("s", "styles", "styles.xml")}{Related("n", "numbering", "numbering.xml")}{relations}</Relationships>"
            ),
            ("word/styles.xml", $"<w:styles {Namespaces}>{styles}</w:styles>"),
            ("word/numbering.xml", $"<w:numbering {Namespaces}>{numbering}</w:numbering>"),
            (
                "word/document.xml",
                $"<w:document {Namespaces}><w:body>{body}<w:sectPr/></w:body></w:document>"
            ),
            .. more,
        ]);

    /// <summary>A relation of the main part.</summary>
    public static string Related(string id, string kind, string target, bool isExternal = false) =>
        $"<Relationship Id='{id}' Type='{Relation}/{kind}' Target='{target}'{(isExternal ? " TargetMode='External'" : "")}/>";

    /// <summary>A paragraph of plain text.</summary>
    public static string Paragraph(string text) => $"<w:p>{Run(text)}</w:p>";

    /// <summary>Plain text.</summary>
    public static string Run(string text, string look = "") =>
        $"<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>";
}

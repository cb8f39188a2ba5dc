using System.IO.Compression;
using System.Text;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.People;

/// <summary>The smallest whole files of the Office formats, the same bytes every time.</summary>
internal static class OfficeFile
{
    private const string Relationships =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // Zip knows no time before it.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A document or workbook that holds one line of text.</summary>
    public static ReadOnlyMemory<byte> Of(FileFormat format, string text) =>
        format == FileFormat.Xlsx
            ? Package(
                "xl/workbook.xml",
                "spreadsheetml.sheet.main",
                $"<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='{Relationships}'><sheets><sheet name='1' sheetId='1' r:id='r1'/></sheets></workbook>",
                ("xl/_rels/workbook.xml.rels", Related("worksheet", "worksheets/sheet1.xml")),
                (
                    "xl/worksheets/sheet1.xml",
                    $"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>{Escaped(text)}</t></is></c></row></sheetData></worksheet>"
                )
            )
            : Package(
                "word/document.xml",
                "wordprocessingml.document.main",
                $"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>{Escaped(text)}</w:t></w:r></w:p></w:body></w:document>"
            );

    private static ReadOnlyMemory<byte> Package(
        string main,
        string type,
        string content,
        params IReadOnlyList<(string Name, string Content)> others
    )
    {
        const string Office = "application/vnd.openxmlformats-officedocument";
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                "[Content_Types].xml",
                $"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='xml' ContentType='{Office}.spreadsheetml.worksheet+xml'/><Override PartName='/{main}' ContentType='{Office}.{type}+xml'/></Types>"
            );
            Add("_rels/.rels", Related("officeDocument", main));
            Add(main, content);
            foreach (var (name, other) in others)
            {
                Add(name, other);
            }

            void Add(string name, string xml)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = Epoch;
                using var part = entry.Open();
                part.Write(Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='UTF-8'?>" + xml));
            }
        }
        return bytes.ToArray();
    }

    private static string Related(string kind, string target) =>
        $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='{Relationships}/{kind}' Target='{target}'/></Relationships>";

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text)!;
}

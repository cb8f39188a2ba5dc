using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ProgramReview.Functions.Tests.Checking;

/// <summary>Files as people send them, whole and broken, made on the spot.</summary>
internal static class Files
{
    public static readonly byte[] Docx = Zip(
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml"
    );
    public static readonly byte[] Xlsx = Zip(
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/workbook.xml"
    );
    public static readonly byte[] Pptx = Zip("[Content_Types].xml", "ppt/presentation.xml");
    public static readonly byte[] PlainZip = Zip("word/document.xml", "a.txt");
    public static readonly byte[] Doc = CompoundFiles.Of(9, "1Table", "WordDocument");
    public static readonly byte[] Xls = CompoundFiles.Of(9, "Workbook");
    public static readonly byte[] EncryptedOffice = CompoundFiles.Of(
        9,
        "EncryptionInfo",
        "EncryptedPackage"
    );
    public static readonly byte[] Pdf = PdfOf("trailer << /Size 4 /Root 1 0 R >>");
    public static readonly byte[] EncryptedPdf = PdfOf(
        "trailer << /Size 4 /Root 1 0 R /Encrypt 3 0 R >>"
    );

    public static byte[] Sample(string name) =>
        File.ReadAllBytes(
            Path.Combine(AppContext.BaseDirectory, "plans", "hanoi-01-ctr-tu", "samples", name)
        );

    public static byte[] Zip(params IReadOnlyList<string> parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                using var content = archive.CreateEntry(part).Open();
                content.Write("<x>Ủy ban nhân dân</x>"u8);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>A PDF whose references stand in a stream, as newer writers do; the dictionary lies outside the last bytes.</summary>
    public static byte[] PdfWithReferenceStream(string dictionary, int padding)
    {
        var head = "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n";
        return Encoding.Latin1.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{head}2 0 obj << /Type /XRef {dictionary} >> stream\n{new string('x', padding)}\nendstream endobj\nstartxref\n{head.Length}\n%%EOF\n"
            )
        );
    }

    /// <summary>An archive whose directory lists so many parts, while its end record claims another number.</summary>
    public static byte[] Directory(int parts, ushort claimed)
    {
        const int LocalSize = 31;
        const int RecordSize = 47;
        var file = new byte[LocalSize + parts * RecordSize + 22];
        BinaryPrimitives.WriteUInt32LittleEndian(file, 0x04034B50);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(26), 1);
        file[30] = (byte)'a';
        for (var i = 0; i < parts; i++)
        {
            var record = file.AsSpan(LocalSize + i * RecordSize);
            BinaryPrimitives.WriteUInt32LittleEndian(record, 0x02014B50);
            BinaryPrimitives.WriteUInt16LittleEndian(record[28..], 1);
            record[46] = (byte)'a';
        }
        var end = file.AsSpan(file.Length - 22);
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], claimed);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], claimed);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)(parts * RecordSize));
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], LocalSize);
        return file;
    }

    private static byte[] PdfOf(string trailer)
    {
        var body =
            "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj\n";
        return Encoding.Latin1.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{body}xref\n0 1\n0000000000 65535 f \n{trailer}\nstartxref\n{body.Length}\n%%EOF\n"
            )
        );
    }
}

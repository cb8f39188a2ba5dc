using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>A file that somebody sends.</summary>
internal sealed record Report(string Name, byte[] Content)
{
    /// <summary>Its SHA-256 as the product writes it.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Content));

    /// <summary>A whole PDF that says what it is; padded to a size worth watching.</summary>
    public static Report Pdf(string name, string title, int padding = 0)
    {
        var text = $"BT /F1 18 Tf 72 760 Td ({title}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n%").Append('.', padding).Append('\n');
        var offsets = new List<int>();
        foreach (var (index, body) in objects.Index())
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }
        var start = pdf.Length;
        pdf.Append("xref\n0 6\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        );
        return new Report(name, Encoding.ASCII.GetBytes(pdf.ToString()));
    }

    /// <summary>The smallest whole workbook.</summary>
    public static Report Workbook(string name)
    {
        const string Office = "http://schemas.openxmlformats.org";
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (
                var (path, xml) in new[]
                {
                    (
                        "[Content_Types].xml",
                        $"<Types xmlns='{Office}/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>"
                    ),
                    (
                        "_rels/.rels",
                        $"<Relationships xmlns='{Office}/package/2006/relationships'><Relationship Id='r1' Type='{Office}/officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>"
                    ),
                    (
                        "xl/workbook.xml",
                        $"<workbook xmlns='{Office}/spreadsheetml/2006/main'><sheets/></workbook>"
                    ),
                }
            )
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(xml));
            }
        }
        return new Report(name, bytes.ToArray());
    }

    /// <summary>A picture under the name of a report.</summary>
    public static Report Picture(string name) =>
        new(name, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48]);
}

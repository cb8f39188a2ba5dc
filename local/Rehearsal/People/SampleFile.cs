using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.People;

/// <summary>A file that a played person sends.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SampleFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>The bytes, as a browser reads them.</summary>
    public MemoryStream Open() => new(Content.ToArray());

    /// <summary>The same file with a mark behind all that it holds: a comment of the package, or a last line of a PDF.</summary>
    public SampleFile With(string mark)
    {
        byte[] content = [.. Content.Span, .. Encoding.ASCII.GetBytes(mark)];
        if (Content.Span.StartsWith("PK"u8))
        {
            BinaryPrimitives.WriteUInt16LittleEndian(
                content.AsSpan(Content.Length - sizeof(ushort)),
                (ushort)mark.Length
            );
        }
        return this with { Content = content };
    }

    /// <summary>A whole file of a format that the part takes.</summary>
    /// <param name="name">Its name without an extension.</param>
    /// <param name="title">What it says.</param>
    /// <param name="part">The part.</param>
    public static SampleFile For(ReportPart part, string name, string title) =>
        part.Formats switch
        {
            var formats when formats.Contains(FileFormat.Pdf) => Report($"{name}.pdf", title),
            var formats when formats.Contains(FileFormat.Xlsx) => new(
                $"{name}.xlsx",
                OfficeFile.Of(FileFormat.Xlsx, title)
            ),
            var formats when formats.Contains(FileFormat.Csv) => new(
                $"{name}.csv",
                Encoding.UTF8.GetBytes(
                    $"{title.Replace(';', ',')};1\n{title.Replace(';', ',')};2\n"
                )
            ),
            _ => new($"{name}.docx", OfficeFile.Of(FileFormat.Docx, title)),
        };

    /// <summary>A whole one-page PDF that bears a title.</summary>
    public static SampleFile Report(string name, string title)
    {
        // The standard fonts know no Vietnamese; the page carries what they can show.
        var ascii = new string([
            .. title
                .Normalize(NormalizationForm.FormD)
                .Where(c => c is >= ' ' and <= '~' and not ('(' or ')' or '\\')),
        ]);
        // Less text than a sentence, and it would be a scan.
        var text =
            $"BT /F1 18 Tf 72 760 Td ({ascii}) Tj 0 -30 Td (What was planned for the period was carried out in full.) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (number, body) in objects.Index())
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{number + 1} 0 obj\n{body}\nendobj\n");
        }
        var start = pdf.Length;
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n"
        );
        foreach (var offset in offsets)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        );
        return new SampleFile(name, Encoding.ASCII.GetBytes(pdf.ToString()));
    }

    /// <summary>A photo under the name of a report, as people do send.</summary>
    public static SampleFile Photo(string name) =>
        new(name, new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13 });
}

using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>Writes PDFs of a few pages.</summary>
internal static class PdfPages
{
    private const string Fonts =
        "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> >>";

    /// <summary>A file whose pages draw this; more of its catalogue, its pages, and objects from number 10 on.</summary>
    public static byte[] Of(
        IReadOnlyList<string> pages,
        string catalog = "",
        string page = "",
        params IReadOnlyList<string> more
    )
    {
        var objects = new SortedDictionary<int, string>
        {
            [1] = $"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        };
        foreach (var (i, content) in more.Index())
        {
            objects[10 + i] = content;
        }
        var first = 10 + more.Count;
        foreach (var (i, content) in pages.Index())
        {
            objects[first + 2 * i] =
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {first + 2 * i + 1} 0 R /Resources << {Fonts} /XObject << /I << >> >> >> {page} >>".Replace(
                    "/I << >>",
                    more.Count > 0 ? "/I 10 0 R" : "",
                    StringComparison.Ordinal
                );
            objects[first + 2 * i + 1] = Stream("", content);
        }
        objects[2] =
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{first + 2 * i} 0 R"))}] >>";
        return Write(objects);
    }

    /// <summary>A stream of letters.</summary>
    public static string Stream(string dictionary, string content) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Length {content.Length} {dictionary} >>\nstream\n{content}\nendstream"
        );

    /// <summary>A stream packed once or more.</summary>
    public static string Packed(byte[] content, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            using var packed = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
            {
                zlib.Write(content);
            }
            content = packed.ToArray();
        }
        return Stream(
            $"/Filter [{string.Concat(Enumerable.Repeat("/FlateDecode ", times))}]",
            Encoding.Latin1.GetString(content)
        );
    }

    /// <summary>Draws text.</summary>
    public static string Text(double x, double y, string text, string font = "F1") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"BT /{font} 12 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET "
        );

    /// <summary>A file of these objects; the first is the catalogue.</summary>
    public static byte[] Write(IReadOnlyDictionary<int, string> objects)
    {
        var pdf = new StringBuilder("%PDF-1.7\n");
        var offsets = new Dictionary<int, int>();
        foreach (var (number, content) in objects)
        {
            offsets[number] = pdf.Length;
            pdf.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }
        var start = pdf.Length;
        var size = objects.Keys.Max() + 1;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {size}\n0000000000 65535 f \n");
        for (var number = 1; number < size; number++)
        {
            pdf.Append(
                offsets.TryGetValue(number, out var offset)
                    ? string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n")
                    : "0000000000 65535 f \n"
            );
        }
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        );
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}

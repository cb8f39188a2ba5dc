using System.Globalization;
using System.Text;

namespace ProgramReview.Functions.Tests.Checking;

/// <summary>Writes small PDFs, whole and broken.</summary>
internal static class Pdfs
{
    public static readonly byte[] Plain = Of("");
    public static readonly byte[] Web = Linearized(0);

    /// <summary>A PDF with more in its trailer, and objects from number 3 on.</summary>
    public static byte[] Of(string trailer, params IReadOnlyList<string> more) =>
        Bytes(
            Revision(
                "%PDF-1.4\n",
                trailer,
                [
                    "<< /Type /Catalog /Pages 2 0 R >>",
                    "<< /Type /Pages /Kids [] /Count 0 >>",
                    .. more,
                ]
            )
        );

    /// <summary>The same file, and an update behind it.</summary>
    public static byte[] Updated() =>
        Bytes(
            Revision(
                Encoding.Latin1.GetString(Plain),
                "/Prev 9",
                ["<< /Type /Catalog /Pages 2 0 R /Lang (vi) >>"]
            )
        );

    /// <summary>A file for the web: its first part has an end of its own, and its first object says how long it is.</summary>
    public static byte[] Linearized(int missing)
    {
        var first =
            "%PDF-1.4\n9 0 obj << /Linearized 1 /L 0000000000 /H [ 1 2 ] >> endobj\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\nxref\n0 1\n0000000000 65535 f \ntrailer << /Size 3 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n";
        var whole = Revision(
            first,
            "",
            ["<< /Type /Catalog /Pages 2 0 R >>", new string('x', 500)]
        );
        return Bytes(
            whole.Replace(
                "0000000000 /H",
                string.Create(CultureInfo.InvariantCulture, $"{whole.Length:D10} /H"),
                StringComparison.Ordinal
            )
        )[..(whole.Length - missing)];
    }

    /// <summary>A PDF whose references stand in a stream, as newer writers do; the dictionary lies far from the last bytes.</summary>
    public static byte[] WithReferenceStream(string dictionary, int padding, string more = "")
    {
        var head = "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n" + more;
        return Bytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{head}2 0 obj << /Type /XRef /Root 1 0 R {dictionary} >> stream\n{new string('x', padding)}\nendstream endobj\nstartxref\n{head.Length}\n%%EOF\n"
            )
        );
    }

    private static string Revision(string before, string trailer, IReadOnlyList<string> objects)
    {
        var pdf = new StringBuilder(before);
        var offsets = new List<int>();
        foreach (var (number, content) in objects.Index())
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{number + 1} 0 obj\n{content}\nendobj\n");
        }
        var start = pdf.Length;
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"
        );
        offsets.ForEach(offset =>
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n")
        );
        return pdf.Append(
                CultureInfo.InvariantCulture,
                $"trailer << /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"
            )
            .ToString();
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}

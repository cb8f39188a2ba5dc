using System.Globalization;
using System.Text;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <content>PDFs.</content>
internal static partial class HostileFiles
{
    private static IEnumerable<One> Pages()
    {
        var bomb = new byte[70 * Megabyte];
        yield return new("an empty file", FileFormat.Pdf, () => [], ReadingFault.Damaged);
        yield return new(
            "a page that unpacks to too much",
            FileFormat.Pdf,
            () => WithContent(PdfPages.Packed(bomb)),
            ReadingFault.TooLarge
        );
        yield return new(
            "and packed twice",
            FileFormat.Pdf,
            () => WithContent(PdfPages.Packed(bomb, 2)),
            ReadingFault.TooLarge
        );
        yield return new(
            "repeated bytes",
            FileFormat.Pdf,
            () =>
                WithContent(
                    PdfPages.Stream("/Filter /RunLengthDecode", new string('\u0081', 2 * Megabyte))
                ),
            ReadingFault.TooLarge
        );
        yield return new(
            "growing codes",
            FileFormat.Pdf,
            () => WithContent(PdfPages.Stream("/Filter /LZWDecode", Growing(300_000))),
            ReadingFault.TooLarge
        );
        yield return new(
            "a picture for a page's text",
            FileFormat.Pdf,
            () =>
                WithContent(
                    PdfPages.Stream(
                        "/Filter /CCITTFaxDecode /DecodeParms << /Columns 100000 /Rows 100000 >>",
                        "xxxx"
                    )
                ),
            null,
            ReadingFault.Damaged
        );
        yield return new(
            "bytes that tell themselves by wide rows",
            FileFormat.Pdf,
            () =>
                WithContent(
                    PdfPages
                        .Packed(new byte[1000])
                        .Replace(
                            "/Filter",
                            "/DecodeParms << /Predictor 15 /Columns 500000000 /Colors 4 >> /Filter",
                            StringComparison.Ordinal
                        )
                ),
            null,
            ReadingFault.Damaged,
            ReadingFault.TooCostly
        );
        yield return new(
            "lists nested deep",
            FileFormat.Pdf,
            () => PdfPages.Of([""], $"/X {new string('[', Many)}{new string(']', Many)}"),
            ReadingFault.TooDeep,
            ReadingFault.Damaged
        );
        yield return new(
            "lists nested deep in a page",
            FileFormat.Pdf,
            () => PdfPages.Of([new string('[', Many)]),
            null,
            ReadingFault.TooDeep,
            ReadingFault.Damaged
        );
        yield return new(
            "pages in a circle",
            FileFormat.Pdf,
            () =>
                PdfPages.Write(
                    new Dictionary<int, string>
                    {
                        [1] = "<< /Type /Catalog /Pages 2 0 R >>",
                        [2] = "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>",
                        [3] = "<< /Type /Pages /Kids [2 0 R] /Count 2 /Parent 2 0 R >>",
                    }
                ),
            null,
            ReadingFault.Damaged
        );
        yield return new(
            "pages behind pages",
            FileFormat.Pdf,
            () =>
                PdfPages.Write(
                    Enumerable
                        .Range(2, 20_000)
                        .Select(i =>
                            KeyValuePair.Create(
                                i,
                                string.Create(
                                    CultureInfo.InvariantCulture,
                                    $"<< /Type /Pages /Kids [{i + 1} 0 R] /Count 1 >>"
                                )
                            )
                        )
                        .Prepend(KeyValuePair.Create(1, "<< /Type /Catalog /Pages 2 0 R >>"))
                        .ToDictionary()
                ),
            null,
            ReadingFault.Damaged,
            ReadingFault.TooDeep
        );
        yield return new(
            "a claim of more pages than there are",
            FileFormat.Pdf,
            () =>
                PdfPages.Write(
                    new Dictionary<int, string>
                    {
                        [1] = "<< /Type /Catalog /Pages 2 0 R >>",
                        [2] = "<< /Type /Pages /Kids [] /Count 2000000000 >>",
                    }
                ),
            null,
            ReadingFault.Damaged,
            ReadingFault.TooLarge
        );
        yield return new(
            "the same page over and over",
            FileFormat.Pdf,
            () =>
                PdfPages.Write(
                    new Dictionary<int, string>
                    {
                        [1] = "<< /Type /Catalog /Pages 2 0 R >>",
                        [2] =
                            $"<< /Type /Pages /Count 50000 /Kids [{string.Concat(Enumerable.Repeat("3 0 R ", 50_000))}] >>",
                        [3] = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>",
                    }
                ),
            ReadingFault.TooLarge,
            ReadingFault.Damaged
        );
        yield return new(
            "a form that draws itself",
            FileFormat.Pdf,
            () =>
                PdfPages.Of(
                    ["/I Do"],
                    more: PdfPages.Stream(
                        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /I 10 0 R >> >>",
                        "/I Do /I Do"
                    )
                ),
            null,
            ReadingFault.Damaged,
            ReadingFault.TooDeep,
            ReadingFault.TooCostly
        );
        yield return new(
            "a page that draws letters without end",
            FileFormat.Pdf,
            () =>
                Drawing(
                    $"BT /F1 9 Tf {Repeated(9 * Megabyte, "(aaaaaaaaaaaaaaaaaaaaaaaaaaa)Tj ")} ET"
                ),
            ReadingFault.TooLarge
        );
        yield return new(
            "a page whose drawing is long",
            FileFormat.Pdf,
            () => Drawing(Repeated(17 * Megabyte, "0 0 m 1 1 l ")),
            ReadingFault.TooLarge
        );
        yield return new(
            "lines without end",
            FileFormat.Pdf,
            () => Drawing($"{Repeated(15 * Megabyte, "0 0 m 1 1 l ")} S"),
            null,
            ReadingFault.TooCostly
        );
        yield return new(
            "states that are never left",
            FileFormat.Pdf,
            () => Drawing(Repeated(9 * Megabyte, "q ")),
            ReadingFault.TooDeep
        );
        yield return new(
            "forms that draw forms that draw letters",
            FileFormat.Pdf,
            () =>
                PdfPages.Of(
                    [Repeated(500, "/I Do ")],
                    more:
                    [
                        .. Enumerable
                            .Range(11, 6)
                            .Select(next =>
                                Form($"/XObject << /I {next} 0 R >>", Repeated(500, "/I Do "))
                            ),
                        Form(
                            Helvetica,
                            $"BT /F1 9 Tf {Repeated(50_000, "(aaaaaaaaaaaaaaaaaaaaa)Tj ")} ET"
                        ),
                    ]
                ),
            ReadingFault.TooLarge,
            ReadingFault.TooCostly
        );
        yield return new(
            "an object that is itself",
            FileFormat.Pdf,
            () => PdfPages.Of([""], "/Names 10 0 R", more: "10 0 R"),
            ReadingFault.Damaged
        );
        yield return new(
            "lists that are each other",
            FileFormat.Pdf,
            () => PdfPages.Of([""], "/Names 10 0 R", "/Annots 11 0 R", "[ 11 0 R ]", "[[10 0 R]]"),
            ReadingFault.Damaged
        );
        yield return new(
            "an object in a stream that is itself",
            FileFormat.Pdf,
            () => InStream("9 0\n 9 0 R"),
            ReadingFault.Damaged
        );
        yield return new(
            "a password",
            FileFormat.Pdf,
            () => PdfPasswordTests.Locked,
            ReadingFault.Locked,
            ReadingFault.Damaged
        );
        foreach (var share in Enumerable.Range(1, 9))
        {
            yield return new(
                $"cut at {share}0 %",
                FileFormat.Pdf,
                () =>
                {
                    var whole = Files.Sample("bao-cao-ba-dinh.pdf");
                    return whole[..(whole.Length * share / 10)];
                },
                null,
                ReadingFault.Damaged
            );
        }
        yield return new(
            "padding in front",
            FileFormat.Pdf,
            () => [.. new byte[70_000], .. PdfPages.Of([""])],
            null,
            ReadingFault.Damaged
        );
        yield return new("an archive", FileFormat.Pdf, () => Files.Docx, ReadingFault.Damaged);
    }

    // The last object lies in a packed stream, and the references in another.
    private static byte[] InStream(string objects)
    {
        var first = objects.IndexOf('\n', StringComparison.Ordinal) + 1;
        var pdf = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        foreach (
            var content in new[]
            {
                "<< /Type /Catalog /Pages 2 0 R /Names 9 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Annots 9 0 R /Resources << >> >>",
                PdfPages
                    .Packed(Encoding.Latin1.GetBytes(objects))
                    .Replace(
                        "<< ",
                        $"<< /Type /ObjStm /N 1 /First {first} ",
                        StringComparison.Ordinal
                    ),
            }
        )
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{content}\nendobj\n");
        }
        var start = pdf.Length;
        var table = new StringBuilder("\0\0\0\0");
        foreach (var place in places.Append(start))
        {
            table
                .Append((char)1)
                .Append((char)(place >> 8))
                .Append((char)(place & 0xFF))
                .Append('\0');
        }
        table.Append("\0\0\0\0\0\0\0\0\0\0\0\0");
        table.Append((char)2).Append('\0').Append((char)4).Append('\0');
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"5 0 obj\n{PdfPages.Stream("/Type /XRef /Size 10 /W [1 2 1] /Root 1 0 R", table.ToString())}\nendobj\nstartxref\n{start}\n%%EOF\n"
        );
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    private const string Helvetica =
        "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>";

    private static string Repeated(int bytes, string what) =>
        string.Concat(Enumerable.Repeat(what, bytes / what.Length));

    private static string Form(string resources, string content) =>
        PdfPages
            .Packed(Encoding.Latin1.GetBytes(content))
            .Replace(
                "<< ",
                $"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << {resources} >> ",
                StringComparison.Ordinal
            );

    // A page with a font, packed.
    private static byte[] Drawing(string content) =>
        PdfPages.Write(
            new Dictionary<int, string>
            {
                [1] = "<< /Type /Catalog /Pages 2 0 R >>",
                [2] = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                [3] =
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << "
                    + Helvetica
                    + " >> >>",
                [4] = PdfPages.Packed(Encoding.Latin1.GetBytes(content)),
            }
        );

    private static byte[] WithContent(string stream) =>
        PdfPages.Write(
            new Dictionary<int, string>
            {
                [1] = "<< /Type /Catalog /Pages 2 0 R >>",
                [2] = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                [3] =
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << >> >>",
                [4] = stream,
            }
        );

    // Each code stands for one letter more than the one before it, until the table is full.
    private static string Growing(int codes)
    {
        var bits = new List<bool>();
        var (next, width) = (258, 9);
        Write(256);
        Write(0);
        for (var i = 0; i < codes; i++)
        {
            Write(next);
            next++;
            width =
                next >= 2047 ? 12
                : next >= 1023 ? 11
                : next >= 511 ? 10
                : 9;
            if (next == 4094)
            {
                Write(256);
                (next, width) = (258, 9);
                Write(0);
            }
        }
        Write(257);
        var bytes = new char[(bits.Count + 7) / 8];
        for (var i = 0; i < bits.Count; i++)
        {
            bytes[i / 8] |= (char)(bits[i] ? 1 << (7 - i % 8) : 0);
        }
        return new string(bytes);

        void Write(int code)
        {
            for (var bit = width - 1; bit >= 0; bit--)
            {
                bits.Add((code >> bit & 1) != 0);
            }
        }
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>Files that mean harm, made on the spot, and what reading each comes to.</summary>
internal static class HostileFiles
{
    private const int Many = 200_000;
    private const int Megabyte = 1024 * 1024;

    /// <summary>One of them.</summary>
    /// <param name="What">What it is.</param>
    /// <param name="Format">What it is read as.</param>
    /// <param name="Make">Makes it.</param>
    /// <param name="Faults">What may come of it; null among them if it may also be read.</param>
    public sealed record One(
        string What,
        FileFormat Format,
        Func<byte[]> Make,
        params ReadingFault?[] Faults
    );

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<One> All =
    [
        .. Packages(FileFormat.Docx),
        .. Packages(FileFormat.Xlsx),
        .. Documents(),
        .. Workbooks(),
        .. Pages(),
        .. Old(),
        .. Tables(),
        .. Others(),
    ];

    private static string Deep(string name, int times = Many) =>
        string.Concat(Enumerable.Repeat($"<{name}>", times))
        + string.Concat(Enumerable.Repeat($"</{name}>", times));

    private static byte[] Whole(FileFormat format, string content = "") =>
        format == FileFormat.Docx
            ? Docxs.Of(Docxs.Paragraph("Chữ") + content)
            : Xlsxs.Of(Xlsxs.Row("<c r='A1'><v>1</v></c>") + content);

    // What befalls any archive.
    private static IEnumerable<One> Packages(FileFormat format)
    {
        var main = format == FileFormat.Docx ? "word/document.xml" : "xl/worksheets/sheet0.xml";
        yield return new("an empty file", format, () => [], ReadingFault.Damaged);
        yield return new(
            "elements nested deep",
            format,
            () => Whole(format, Deep(format == FileFormat.Docx ? "w:sdt" : "x")),
            ReadingFault.TooDeep
        );
        yield return new(
            "a part of a gigabyte",
            format,
            () => Files.Declaring(Whole(format), 1024 * Megabyte),
            ReadingFault.TooLarge
        );
        yield return new(
            "parts that are too much together",
            format,
            () => Files.Declaring(Whole(format), 60 * Megabyte),
            ReadingFault.TooLarge
        );
        yield return new(
            "a directory that says less than there is",
            format,
            () => Files.Declaring(Whole(format), 10),
            ReadingFault.Damaged
        );
        yield return new(
            "a directory that says more than there is",
            format,
            () => Files.Declaring(Whole(format), Megabyte),
            ReadingFault.Damaged
        );
        yield return new(
            "zeros for bytes",
            format,
            () => Holed(Whole(format), main),
            ReadingFault.Damaged
        );
        yield return new(
            "parts with a password",
            format,
            () => Locked(Whole(format)),
            ReadingFault.Locked
        );
        yield return new(
            "a thousand million laughs",
            format,
            () =>
                Replaced(
                    Whole(format),
                    main,
                    "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><x>&b;</x>"
                ),
            ReadingFault.Damaged
        );
        yield return new(
            "an entity from elsewhere",
            format,
            () =>
                Replaced(
                    Whole(format),
                    main,
                    "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"
                ),
            ReadingFault.Damaged
        );
        yield return new(
            "no letters",
            format,
            () => Replaced(Whole(format), main, "\u0001"),
            ReadingFault.Damaged
        );
        yield return new(
            "an end that is missing",
            format,
            () => Replaced(Whole(format), main, "<a><b></b>"),
            ReadingFault.Damaged
        );
        yield return new(
            "a hundred thousand attributes",
            format,
            () =>
                Replaced(
                    Whole(format),
                    main,
                    $"<a {string.Concat(Enumerable.Range(0, 100_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i}='' ")))}/>"
                ),
            (ReadingFault?)null
        );
        yield return new(
            "tables of relations that go in circles",
            format,
            () =>
                Files.Zip(
                    ("[Content_Types].xml", "<Types/>"),
                    (
                        "_rels/.rels",
                        "<R><Relationship Type='/officeDocument' Target='_rels/.rels'/></R>"
                    )
                ),
            null,
            ReadingFault.Damaged
        );
        foreach (var share in Enumerable.Range(1, 9))
        {
            yield return new(
                $"cut at {share}0 %",
                format,
                () => Whole(format)[..(Whole(format).Length * share / 10)],
                ReadingFault.Damaged
            );
        }
        yield return new(
            "padding in front",
            format,
            () => [.. new byte[70_000], .. Whole(format)],
            null,
            ReadingFault.Damaged
        );
        yield return new(
            "padding behind",
            format,
            () => [.. Whole(format), .. new byte[70_000]],
            (ReadingFault?)null
        );
        yield return new(
            "another format behind it",
            format,
            () => [.. Whole(format), .. Pdfs.Plain],
            null,
            ReadingFault.Damaged
        );
        yield return new("another format", format, () => Pdfs.Plain, ReadingFault.Damaged);
        yield return new(
            "a compound file",
            format,
            () => Files.EncryptedOffice,
            ReadingFault.Damaged
        );
        yield return new(
            "the other Office format",
            format,
            () => Whole(format == FileFormat.Docx ? FileFormat.Xlsx : FileFormat.Docx),
            (ReadingFault?)null
        );
    }

    private static IEnumerable<One> Documents()
    {
        yield return new(
            "more letters than are kept",
            FileFormat.Docx,
            () => Docxs.Of(Docxs.Paragraph(new string('a', 5_000_001))),
            ReadingFault.TooLarge
        );
        yield return new(
            "more paragraphs than anybody reads",
            FileFormat.Docx,
            () => Docxs.Of(string.Concat(Enumerable.Repeat("<w:p/>", 2_000_000))),
            (ReadingFault?)null
        );
        yield return new(
            "text cut into single letters",
            FileFormat.Docx,
            () =>
                Docxs.Of(
                    $"<w:p><w:r><w:t>{string.Concat(Enumerable.Repeat("<![CDATA[a]]>", 1_000_000))}</w:t></w:r></w:p>"
                ),
            (ReadingFault?)null
        );
        foreach (var part in new[] { "word/styles.xml", "word/numbering.xml" })
        {
            yield return new(
                $"elements nested deep in {part}",
                FileFormat.Docx,
                () => Replaced(Docxs.Of(""), part, Deep("style")),
                ReadingFault.TooDeep
            );
        }
        yield return new(
            "fields that never end",
            FileFormat.Docx,
            () =>
                Docxs.Of(
                    $"<w:p>{string.Concat(Enumerable.Repeat("<w:r><w:fldChar w:fldCharType='begin'/></w:r>", Many))}</w:p>"
                ),
            (ReadingFault?)null
        );
        yield return new(
            "ends without beginnings",
            FileFormat.Docx,
            () =>
                Docxs.Of(
                    "<w:p><w:r><w:fldChar w:fldCharType='end'/><w:fldChar w:fldCharType='separate'/></w:r></w:p><w:sdtPr/><mc:Choice/>"
                ),
            (ReadingFault?)null
        );
        yield return new(
            "a chain of styles",
            FileFormat.Docx,
            () =>
                Docxs.Of(
                    string.Concat(
                        Enumerable
                            .Range(0, 20_000)
                            .Select(i =>
                                string.Create(
                                    CultureInfo.InvariantCulture,
                                    $"<w:p><w:pPr><w:pStyle w:val='s{i}'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
                                )
                            )
                    ),
                    string.Concat(
                        Enumerable
                            .Range(0, 20_000)
                            .Select(i =>
                                string.Create(
                                    CultureInfo.InvariantCulture,
                                    $"<w:style w:styleId='s{i}'><w:basedOn w:val='s{i + 1}'/></w:style>"
                                )
                            )
                    )
                ),
            (ReadingFault?)null
        );
    }

    private static IEnumerable<One> Workbooks()
    {
        yield return new(
            "a million columns",
            FileFormat.Xlsx,
            () =>
                Xlsxs.Of(Xlsxs.Row(string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 1_000_000)))),
            ReadingFault.Damaged
        );
        yield return new(
            "more cells than are kept",
            FileFormat.Xlsx,
            () =>
                Xlsxs.Of(
                    string.Concat(
                        Enumerable.Repeat(
                            $"<row>{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 100))}</row>",
                            10_001
                        )
                    )
                ),
            ReadingFault.TooLarge
        );
        yield return new(
            "one long text for every cell",
            FileFormat.Xlsx,
            () =>
                Xlsxs.Of(
                    string.Concat(Enumerable.Repeat("<row><c t='s'><v>0</v></c></row>", 100_000)),
                    strings: $"<si><t>{new string('a', 30_000)}</t></si>"
                ),
            ReadingFault.TooLarge
        );
        yield return new(
            "a hundred thousand ranges over all cells",
            FileFormat.Xlsx,
            () =>
                Xlsxs.Of(
                    string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 50_000)),
                    behind: $"<mergeCells>{string.Concat(Enumerable.Repeat("<mergeCell ref='B1:XFD1048576'/>", 100_000))}</mergeCells>"
                ),
            null,
            ReadingFault.TooCostly
        );
        yield return new(
            "ranges and columns that are none",
            FileFormat.Xlsx,
            () =>
                Xlsxs.Of(
                    Xlsxs.Row("<c r='A1'><v>1</v></c>"),
                    "<cols><col min='-5' max='999999999' hidden='1'/><col min='x' max='y'/></cols>",
                    "<mergeCells><mergeCell ref='XFE1:A0'/><mergeCell ref='B2:A1'/><mergeCell ref=':'/><mergeCell/></mergeCells>"
                ),
            (ReadingFault?)null
        );
        yield return new(
            "numbers that overflow",
            FileFormat.Xlsx,
            () =>
                Xlsxs.Of(
                    "<row r='99999999999'><c r='A1' s='99999999999' t='s'><v>99999999999</v></c></row>"
                ),
            ReadingFault.Damaged
        );
        yield return new(
            "a sheet that is not there",
            FileFormat.Xlsx,
            () =>
                Files.Respelt(
                    Xlsxs.Of(""),
                    name => name.Replace("sheet0", "sheet9", StringComparison.Ordinal)
                ),
            ReadingFault.Damaged
        );
        yield return new(
            "texts nested deep",
            FileFormat.Xlsx,
            () => Xlsxs.Of("", strings: $"<si>{Deep("r")}</si>"),
            ReadingFault.TooDeep
        );
    }

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

    private static IEnumerable<One> Old()
    {
        foreach (
            var (format, make) in new (FileFormat, Func<byte[]>)[]
            {
                (FileFormat.Doc, () => Docs.Of(("Chữ\r", false))),
                (FileFormat.Xls, () => Xlss.Of(Xlss.Book())),
            }
        )
        {
            yield return new("an empty file", format, () => [], ReadingFault.Damaged);
            yield return new("an archive", format, () => Files.Docx, ReadingFault.Damaged);
            yield return new(
                "an encrypted file of today",
                format,
                () => Files.EncryptedOffice,
                ReadingFault.Locked
            );
            yield return new(
                "nothing of its own",
                format,
                () => CompoundFiles.Of(9, "Other"),
                ReadingFault.Damaged
            );
            foreach (var share in Enumerable.Range(1, 9))
            {
                yield return new(
                    $"cut at {share}0 %",
                    format,
                    () => make()[..(make().Length * share / 10)],
                    ReadingFault.Damaged
                );
            }
        }
        yield return new(
            "a million pieces of one text",
            FileFormat.Doc,
            () =>
                Docs.Write(
                    new byte[100_000],
                    [.. Enumerable.Repeat(1_000, 10_000)],
                    [.. Enumerable.Repeat(0x800u, 10_000)]
                ),
            ReadingFault.TooLarge
        );
        yield return new(
            "a piece behind the end",
            FileFormat.Doc,
            () => Docs.Write([], [100_000], [0x800]),
            ReadingFault.Damaged
        );
        yield return new(
            "a piece of less than nothing",
            FileFormat.Doc,
            () => Docs.Write([], [100, -50], [0x800, 0x800]),
            ReadingFault.Damaged,
            null
        );
        yield return new(
            "a record behind the end",
            FileFormat.Xls,
            () => Xlss.Of([.. Xlss.Begin(), 0xFC, 0, 0xFF, 0xFF, .. new byte[4000]]),
            ReadingFault.Damaged
        );
        yield return new(
            "a sheet behind the end",
            FileFormat.Xls,
            () =>
                Xlss.Of(
                    Xlss.Book(
                        [Xlss.Record(0x85, 0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 1, 0, (byte)'a')],
                        []
                    )
                ),
            ReadingFault.Damaged
        );
        yield return new(
            "texts that are claimed",
            FileFormat.Xls,
            () =>
                Xlss.Of(
                    Xlss.Book(
                        [
                            Xlss.Record(
                                0xFC,
                                0xFF,
                                0xFF,
                                0xFF,
                                0xFF,
                                0xFF,
                                0xFF,
                                0xFF,
                                0x7F,
                                0xFF,
                                0xFF,
                                0
                            ),
                        ],
                        []
                    )
                ),
            ReadingFault.Damaged
        );
        yield return new(
            "many sheets that are one",
            FileFormat.Xls,
            () => Xlss.Of(ManySheets()),
            ReadingFault.TooLarge
        );
        yield return new(
            "records too short for what they tell",
            FileFormat.Xls,
            () =>
                Xlss.Of(
                    Xlss.Book([
                        .. new ushort[]
                        {
                            0x06,
                            0x7D,
                            0xBD,
                            0xD6,
                            0xE5,
                            0xFD,
                            0x203,
                            0x204,
                            0x205,
                            0x207,
                            0x208,
                            0x27E,
                        }.SelectMany(kind =>
                            Enumerable
                                .Range(0, 6)
                                .Select(length => Xlss.Record(kind, new byte[length]))
                        ),
                    ])
                ),
            null,
            ReadingFault.Damaged
        );
    }

    private static IEnumerable<One> Tables()
    {
        yield return new(
            "a million columns",
            FileFormat.Csv,
            () => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1;", 1_000_000))),
            ReadingFault.Damaged
        );
        yield return new(
            "more cells than are kept",
            FileFormat.Csv,
            () => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1;1\n", 500_001))),
            ReadingFault.TooLarge
        );
        yield return new(
            "a quote that never ends",
            FileFormat.Csv,
            () => Encoding.ASCII.GetBytes("a;b\nc;\"" + new string('x', 5 * Megabyte)),
            null,
            ReadingFault.Damaged
        );
        yield return new("zeros", FileFormat.Csv, () => new byte[1000], ReadingFault.Damaged);
        yield return new("an empty file", FileFormat.Csv, () => [], (ReadingFault?)null);
        yield return new(
            "a single sign",
            FileFormat.Csv,
            () => "sep="u8.ToArray(),
            (ReadingFault?)null
        );
    }

    private static IEnumerable<One> Others() =>
        Enum.GetValues<FileFormat>()
            .Select(format => new One(
                "noise",
                format,
                () =>
                {
                    var noise = new byte[50_000];
                    for (var i = 0; i < noise.Length; i++)
                    {
                        noise[i] = (byte)(i * i * 31 + i / 7);
                    }
                    return noise;
                },
                ReadingFault.Damaged
            ));

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

    private static byte[] ManySheets()
    {
        var cells = Enumerable
            .Range(0, 5_000)
            .Select(i => Xlss.Record(0x203, [.. Xlss.At(i, 0), .. BitConverter.GetBytes(1.0)]))
            .ToList();
        List<IReadOnlyList<byte[]>> sheets =
        [
            cells,
            .. Enumerable.Repeat<IReadOnlyList<byte[]>>([], 300),
        ];
        var book = Xlss.Book([], sheets);
        var place = book.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x85, 0]);
        var first = BinaryPrimitives.ReadInt32LittleEndian(book.AsSpan(place + 4));
        for (var at = place; book[at] == 0x85; at += 4 + book[at + 2])
        {
            BinaryPrimitives.WriteInt32LittleEndian(book.AsSpan(at + 4), first);
        }
        return book;
    }

    private static byte[] Replaced(byte[] archive, string part, string content) =>
        Files.Stored([
            .. Files
                .Parts(archive)
                .Select(one =>
                    one.Name == part ? (one.Name, Encoding.UTF8.GetBytes(content)) : one
                ),
        ]);

    // Zeros for the packed bytes of one part.
    private static byte[] Holed(byte[] archive, string part)
    {
        byte[] file = [.. archive];
        var at = file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(part)) + part.Length;
        file.AsSpan(at + 5, 30).Clear();
        return file;
    }

    private static byte[] Locked(byte[] archive)
    {
        byte[] file = [.. archive];
        file[file.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return file;
    }
}

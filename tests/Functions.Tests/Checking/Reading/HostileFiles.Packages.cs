using System.Globalization;
using System.Text;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <content>Archives of any kind, and what only documents or workbooks can hold.</content>
internal static partial class HostileFiles
{
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

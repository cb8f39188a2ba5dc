using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using static System.FormattableString;

namespace ProgramReview.Benchmarks.Checks;

/// <summary>Writes reports and annexes of any length, with the variety that people's files have.</summary>
internal static partial class LongFiles
{
    private const int Columns = 50;
    private const int ParagraphsOfPage = 7;
    private const string Types = "application/vnd.openxmlformats-officedocument.";
    private const string Relation =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly string[] Words =
    [
        "Thực",
        "hiện",
        "Chương",
        "trình",
        "công",
        "tác",
        "của",
        "Thành",
        "ủy",
        "về",
        "nâng",
        "cao",
        "chất",
        "lượng",
        "tổ",
        "chức",
        "cơ",
        "sở",
        "đảng",
        "viên",
    ];

    /// <summary>A report of so many pages.</summary>
    public static byte[] Docx(int pages)
    {
        var body = new StringBuilder();
        for (var i = 0; i < pages * ParagraphsOfPage; i++)
        {
            body.Append(
                CultureInfo.InvariantCulture,
                $"<w:p w:rsidR='00A{i % 1000:D3}'><w:pPr><w:pStyle w:val='{(i % 20 == 0 ? "1" : "a")}'/><w:spacing w:before='120'/><w:jc w:val='both'/><w:rPr><w:sz w:val='28'/></w:rPr></w:pPr>"
            );
            for (var run = 0; run < 4; run++)
            {
                body.Append(
                    CultureInfo.InvariantCulture,
                    $"<w:r><w:rPr><w:rFonts w:ascii='Times New Roman' w:hAnsi='Times New Roman'/><w:sz w:val='28'/></w:rPr><w:t xml:space='preserve'>{Text(i * 4 + run, 20)} </w:t></w:r>"
                );
            }
            body.Append("</w:p>");
        }
        const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        return Office(
            "word/document.xml",
            Types + "wordprocessingml.document.main+xml",
            $"<w:document xmlns:w='{Main}'><w:body>{body}</w:body></w:document>",
            (
                "word/styles.xml",
                "styles",
                $"<w:styles xmlns:w='{Main}'><w:style w:type='paragraph' w:default='1' w:styleId='a'><w:name w:val='Normal'/></w:style><w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/><w:basedOn w:val='a'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>"
            )
        );
    }

    /// <summary>An annex of so many rows of fifty cells.</summary>
    public static byte[] Xlsx(int rows)
    {
        var cells = new StringBuilder();
        for (var row = 1; row <= rows; row++)
        {
            cells.Append(CultureInfo.InvariantCulture, $"<row r='{row}'>");
            for (var column = 1; column <= Columns; column++)
            {
                var address = $"{Core.Checking.Reading.SheetCell.ColumnName(column)}{row}";
                cells.Append(
                    (column % 10) switch
                    {
                        1 => Invariant(
                            $"<c r='{address}' s='0' t='s'><v>{(row + column) % 200}</v></c>"
                        ),
                        2 => Invariant(
                            $"<c r='{address}' s='0'><f>SUM(C{row}:D{row})</f><v>{row * column}</v></c>"
                        ),
                        _ => Invariant($"<c r='{address}' s='0'><v>{row * column / 8.0:R}</v></c>"),
                    }
                );
            }
            cells.Append("</row>");
        }
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        return Office(
            "xl/workbook.xml",
            Types + "spreadsheetml.sheet.main+xml",
            $"<workbook xmlns='{Main}' xmlns:r='{Relation}'><sheets><sheet name='1' sheetId='1' r:id='r1'/></sheets></workbook>",
            (
                "xl/worksheets/sheet1.xml",
                "worksheet",
                $"<worksheet xmlns='{Main}'><sheetData>{cells}</sheetData></worksheet>"
            ),
            (
                "xl/sharedStrings.xml",
                "sharedStrings",
                $"<sst xmlns='{Main}'>{string.Concat(Enumerable.Range(0, 200).Select(i => $"<si><t>{Text(i, 4)}</t></si>"))}</sst>"
            )
        );
    }

    /// <summary>The shipped sample as a word processor saved it, its page so many times: an update behind it names the page again and again.</summary>
    public static byte[] Pdf(int pages)
    {
        var sample = Encoding.Latin1.GetString(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "report.pdf"))
        );
        var tree = PageTree().Match(sample);
        var before = sample.LastIndexOf("startxref", StringComparison.Ordinal) + "startxref".Length;
        var kids = string.Concat(Enumerable.Repeat($"{tree.Groups["page"].Value} 0 R ", pages));
        var update =
            $"{tree.Groups["number"].Value} 0 obj\n<</Type/Pages{tree.Groups["more"].Value}/Kids[{kids}]/Count {pages}>>\nendobj\n";
        var trailer = sample[
            (sample.LastIndexOf("<</Size", StringComparison.Ordinal))..(before - "startxref".Length)
        ];
        var references = string.Create(
            CultureInfo.InvariantCulture,
            $"xref\n{tree.Groups["number"].Value} 1\n{sample.Length:D10} 00000 n \ntrailer\n<</Prev {sample[before..].Split('\n', StringSplitOptions.RemoveEmptyEntries)[0].Trim()} {trailer[2..]}startxref\n{sample.Length + update.Length}\n%%EOF\n"
        );
        return Encoding.Latin1.GetBytes(sample + update + references);
    }

    [GeneratedRegex(
        @"(?<number>\d+) 0 obj\s*<</Type/Pages(?<more>[^>]*?)/Kids\[ (?<page>\d+) 0 R \]\s*/Count 1\s*>>",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PageTree();

    private static string Text(int seed, int words) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, words)
                .Select(i => Words[(seed * 7 + i * (1 + seed % 5)) % Words.Length])
        );

    private static byte[] Office(
        string main,
        string type,
        string content,
        params IReadOnlyList<(string Name, string Kind, string Content)> parts
    )
    {
        var folder = main[..(main.IndexOf('/', StringComparison.Ordinal) + 1)];
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                "[Content_Types].xml",
                $"<Types><Override PartName='/{main}' ContentType='{type}'/></Types>"
            );
            Add(
                "_rels/.rels",
                $"<Relationships><Relationship Id='m' Type='{Relation}/officeDocument' Target='{main}'/></Relationships>"
            );
            Add(
                $"{folder}_rels/{main[folder.Length..]}.rels",
                $"<Relationships>{string.Concat(parts.Select((part, i) => $"<Relationship Id='r{i + 1}' Type='{Relation}/{part.Kind}' Target='/{part.Name}'/>"))}</Relationships>"
            );
            Add(main, content);
            foreach (var part in parts)
            {
                Add(part.Name, part.Content);
            }

            void Add(string name, string text)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }
}

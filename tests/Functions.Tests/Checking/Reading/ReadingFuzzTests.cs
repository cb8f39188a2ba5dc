using CsCheck;
using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>Whatever is done to a file, or to a part within it, reading it comes to facts; the nightly run tries many more.</summary>
public sealed class ReadingFuzzTests
{
    private static readonly int Times =
        Environment.GetEnvironmentVariable("REVIEW_NIGHTLY") == "1" ? 20_000 : 150;

    private static readonly Dictionary<string, (FileFormat Format, byte[] File)> Whole = new()
    {
        ["docx"] = (
            FileFormat.Docx,
            Docxs.Of(
                DocxSamples.Body,
                DocxSamples.Styles,
                DocxSamples.Numbering,
                Docxs.Related("x", "image", "http://a.example", true)
            )
        ),
        ["sample.docx"] = (FileFormat.Docx, Files.Sample("bao-cao-ba-dinh.docx")),
        ["xlsx"] = (
            FileFormat.Xlsx,
            Xlsxs.Of(
                Xlsxs.Row("<c r='A1' t='s' s='1'><v>0</v></c><c><f>A1</f><v>1</v></c>"),
                "<cols><col min='1' max='2' hidden='1'/></cols>",
                "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>",
                "<si><r><t>a</t></r></si>",
                "<fonts><font><name val='F'/></font></fonts><cellXfs><xf numFmtId='14'/><xf fontId='0'/></cellXfs>"
            )
        ),
        ["sample.xlsx"] = (FileFormat.Xlsx, Files.Sample("phu-luc-so-lieu.xlsx")),
        ["sample.pdf"] = (FileFormat.Pdf, Files.Sample("bao-cao-ba-dinh.pdf")),
        ["pdf"] = (
            FileFormat.Pdf,
            PdfPages.Of(
                [PdfPages.Text(50, 700, "one"), PdfPages.Text(50, 700, "two", "F2")],
                "/AcroForm << /Fields [10 0 R] >>",
                more: "<< /FT /Sig /V << /Type /Sig /Contents <00> >> >>"
            )
        ),
        ["doc"] = (
            FileFormat.Doc,
            Docs.Of(("\u0013TOC\u0014một\u0015\r", false), ("hai\aba\r", true))
        ),
        ["xls"] = (
            FileFormat.Xls,
            Xlss.Of(
                Xlss.Book(
                    [Xlss.Record(0xFC, [1, 0, 0, 0, 1, 0, 0, 0, .. Xlss.Text("chữ")])],
                    [
                        [
                            Xlss.Record(0xFD, [.. Xlss.At(0, 0), 0, 0, 0, 0]),
                            Xlss.Formula(0, 1, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF),
                            Xlss.Record(0x207, Xlss.Text("đạt")),
                            Xlss.Record(0xE5, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0),
                        ],
                    ]
                )
            )
        ),
        ["csv"] = (FileFormat.Csv, "a;\"b;c\"\r\n1,5;\"d\"\"e\"\r\n"u8.ToArray()),
    };

    private static readonly Gen<Func<byte[], byte[]>> Damage = Gen.OneOf(
        Gen.Select(Gen.Double.Unit, Gen.Byte)
            .Array[1, 8]
            .Select(changes =>
                (Func<byte[], byte[]>)(
                    file =>
                    {
                        byte[] changed = [.. file];
                        foreach (var (place, value) in changes)
                        {
                            changed[(int)(place * changed.Length)] = value;
                        }
                        return changed;
                    }
                )
            ),
        Gen.Double.Unit.Select(share =>
            (Func<byte[], byte[]>)(file => file[..(int)(share * file.Length)])
        ),
        // A stretch again, or left out: what is counted, named or nested no longer fits.
        Gen.Select(Gen.Double.Unit, Gen.Double.Unit, Gen.Bool)
            .Select(
                (from, length, again) =>
                    (Func<byte[], byte[]>)(
                        file =>
                        {
                            var start = (int)(from * file.Length);
                            var end = Math.Min(file.Length, start + (int)(length * 200));
                            return again
                                ? [.. file[..end], .. file[start..]]
                                : [.. file[..start], .. file[end..]];
                        }
                    )
            )
    );

    public static TheoryData<string> Names => [.. Whole.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_damaged_file_comes_to_facts(string name)
    {
        var (format, file) = Whole[name];
        await Damage.SampleAsync(damage => ReadAsync(damage(file), format), iter: Times);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("sample.docx")]
    [InlineData("xlsx")]
    [InlineData("sample.xlsx")]
    public async Task So_does_one_with_a_damaged_part(string name)
    {
        var (format, file) = Whole[name];
        var parts = Files.Parts(file);
        await Gen.Select(Gen.Int[0, parts.Count - 1], Damage)
            .SampleAsync(
                (at, damage) =>
                    ReadAsync(
                        Files.Stored([
                            .. parts.Select(
                                (part, i) => i == at ? (part.Name, damage(part.Content)) : part
                            ),
                        ]),
                        format
                    ),
                iter: Times
            );
    }

    private static async Task<bool> ReadAsync(byte[] file, FileFormat format)
    {
        var facts = await Readers.ReadAsync(file, format);
        return facts.Fault is null == (facts.Document is not null || facts.Annex is not null);
    }
}

using CsCheck;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking;

/// <summary>Every upload is hostile: whatever is done to a file, looking at it ends and never throws.</summary>
public sealed class FileFuzzTests
{
    private const int Times = 3_000;

    private static readonly Dictionary<string, byte[]> Whole = new()
    {
        ["docx"] = Files.Docx,
        ["xlsx"] = Files.Xlsx,
        ["sample.docx"] = Files.Sample("bao-cao-ba-dinh.docx"),
        ["sample.xlsx"] = Files.Sample("phu-luc-so-lieu.xlsx"),
        ["sample.pdf"] = Files.Sample("bao-cao-ba-dinh.pdf"),
        ["pdf"] = Pdfs.Plain,
        ["web.pdf"] = Pdfs.Web,
        ["encrypted.pdf"] = PdfPasswordTests.Locked,
        ["stream.pdf"] = Pdfs.WithReferenceStream("/Encrypt 3 0 R", 5_000),
        ["doc"] = Files.Doc,
        ["long.doc"] = CompoundFiles.Of(9, [.. Enumerable.Range(0, 40).Select(i => $"Item{i}")]),
        ["small.xls"] = CompoundFiles.Of(
            9,
            [("Workbook", CompoundFiles.Content("Workbook")[..200])]
        ),
        ["large.xls"] = CompoundFiles.Of(12, "Workbook"),
        ["encrypted.docx"] = Files.EncryptedOffice,
    };

    private static readonly Gen<Func<byte[], byte[]>> Damage = Gen.OneOf(
        // Cut off, or its beginning lost behind the magic number.
        Gen.Double.Unit.Select(share =>
            (Func<byte[], byte[]>)(file => file[..(int)(share * file.Length)])
        ),
        Gen.Double.Unit.Select(share =>
            (Func<byte[], byte[]>)(
                file => [.. file.Take(8), .. file.Skip(8 + (int)(share * file.Length))]
            )
        ),
        // Some bytes changed, anywhere or among the last, where the tables are.
        Gen.Select(Gen.Double.Unit, Gen.Byte)
            .Array[1, 8]
            .Select(changes =>
                (Func<byte[], byte[]>)(
                    file =>
                        Changed(file, changes.Select(c => ((int)(c.Item1 * file.Length), c.Item2)))
                )
            ),
        Gen.Select(Gen.Int[1, 200], Gen.OneOf<byte>(0x00, 0xFF, 0x7F, 0x80, 0x01))
            .Array[1, 8]
            .Select(changes =>
                (Func<byte[], byte[]>)(
                    file =>
                        Changed(
                            file,
                            changes.Select(c => (Math.Max(0, file.Length - c.Item1), c.Item2))
                        )
                )
            ),
        // A header full of the largest numbers.
        Gen.Select(Gen.Int[8, 600], Gen.Int[1, 8], Gen.OneOf<byte>(0x00, 0xFF, 0x7F, 0xFE))
            .Select(
                (at, count, value) =>
                    (Func<byte[], byte[]>)(
                        file => Changed(file, Enumerable.Range(at, count).Select(i => (i, value)))
                    )
            ),
        // Something hung behind it.
        Gen.Byte.Array[1, 300].Select(tail => (Func<byte[], byte[]>)(file => [.. file, .. tail]))
    );

    public static TheoryData<string> Names => [.. Whole.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_damaged_file_is_a_fact(string name)
    {
        var file = Whole[name];
        await Damage.SampleAsync(
            async damage =>
            {
                var bytes = damage(file);
                var events = await FileInspectorTests.InspectAsync(bytes);
                return events.Size == bytes.Length;
            },
            iter: Times
        );
    }

    [Fact]
    public async Task So_is_noise_behind_any_beginning() =>
        await Gen.Select(Gen.OneOf([.. Whole.Values]), Gen.Byte.Array[0, 2_000])
            .SampleAsync(
                async (file, noise) =>
                {
                    byte[] bytes = [.. file.Take(8), .. noise];
                    return (await FileInspectorTests.InspectAsync(bytes)).Size == bytes.Length;
                },
                iter: Times
            );

    private static byte[] Changed(byte[] file, IEnumerable<(int At, byte Value)> changes)
    {
        byte[] changed = [.. file];
        foreach (var (at, value) in changes.Where(change => change.At < file.Length))
        {
            changed[at] = value;
        }
        return changed;
    }
}

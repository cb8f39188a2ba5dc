using System.Security.Cryptography;
using System.Text;
using ProgramReview.Core.Checking;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking;

public sealed class FileInspectorTests
{
    private static readonly Dictionary<string, byte[]> Known = new()
    {
        ["docx"] = Files.Docx,
        ["xlsx"] = Files.Xlsx,
        ["pptx"] = Files.Pptx,
        ["zip without content types"] = Files.PlainZip,
        ["zip of nothing"] = Files.Zip(),
        ["docx cut in the middle"] = Files.Docx[..(Files.Docx.Length / 2)],
        ["docx without its last byte"] = Files.Docx[..^1],
        ["docx of four bytes"] = Files.Docx[..4],
        ["docx with a tail of zeros"] = [.. Files.Docx, .. new byte[100]],
        ["zip with 10,001 parts"] = Files.Directory(10_001, 10_001),
        ["zip that claims more than it has"] = Files.Directory(3, 9_000),
        ["zip that claims 65,535"] = Files.Directory(3, ushort.MaxValue),
        ["zip with 10,000 parts"] = Files.Directory(10_000, 10_000),
        ["pdf"] = Files.Pdf,
        ["pdf behind a mail's header"] = [.. "Subject: x\n\n"u8, .. Files.Pdf],
        ["pdf with a tail of blanks"] = [.. Files.Pdf, .. "\n\n\n   "u8],
        ["pdf cut in the middle"] = Files.Pdf[..(Files.Pdf.Length / 2)],
        ["pdf of five bytes"] = Files.Pdf[..5],
        ["pdf with a password"] = Files.EncryptedPdf,
        ["pdf with reference stream"] = Files.PdfWithReferenceStream("/Size 3", 10_000),
        ["pdf with reference stream and password"] = Files.PdfWithReferenceStream(
            "/Encrypt 3 0 R",
            10_000
        ),
        ["doc"] = Files.Doc,
        ["doc with large sectors"] = CompoundFiles.Of(12, "WordDocument"),
        ["doc with a long directory"] = CompoundFiles.Of(
            9,
            [.. Enumerable.Range(0, 40).Select(i => $"Item{i}"), "WordDocument"]
        ),
        ["doc cut off in its header"] = Files.Doc[..300],
        ["doc cut off behind its header"] = Files.Doc[..512],
        ["xls"] = Files.Xls,
        ["xls of 1995"] = CompoundFiles.Of(9, "Book"),
        ["docx with a password"] = Files.EncryptedOffice,
        ["ppt"] = CompoundFiles.Of(9, "PowerPoint Document"),
        ["text"] = Encoding.UTF8.GetBytes("Báo cáo"),
        ["one byte"] = [0x50],
        ["nothing"] = [],
        ["png"] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13],
    };

    [Theory]
    [InlineData("docx", FileFormat.Docx, "")]
    [InlineData("xlsx", FileFormat.Xlsx, "")]
    [InlineData("pptx", null, "")]
    [InlineData("zip without content types", null, "")]
    [InlineData("zip of nothing", null, "")]
    [InlineData("docx cut in the middle", null, "damaged")]
    [InlineData("docx without its last byte", null, "damaged")]
    [InlineData("docx of four bytes", null, "damaged")]
    [InlineData("docx with a tail of zeros", FileFormat.Docx, "")]
    [InlineData("zip with 10,001 parts", null, "damaged")]
    [InlineData("zip that claims more than it has", null, "damaged")]
    [InlineData("zip that claims 65,535", null, "damaged")]
    [InlineData("zip with 10,000 parts", null, "")]
    [InlineData("pdf", FileFormat.Pdf, "")]
    [InlineData("pdf behind a mail's header", FileFormat.Pdf, "")]
    [InlineData("pdf with a tail of blanks", FileFormat.Pdf, "")]
    [InlineData("pdf cut in the middle", FileFormat.Pdf, "damaged")]
    [InlineData("pdf of five bytes", FileFormat.Pdf, "damaged")]
    [InlineData("pdf with a password", FileFormat.Pdf, "encrypted")]
    [InlineData("pdf with reference stream", FileFormat.Pdf, "")]
    [InlineData("pdf with reference stream and password", FileFormat.Pdf, "encrypted")]
    [InlineData("doc", FileFormat.Doc, "")]
    [InlineData("doc with large sectors", FileFormat.Doc, "")]
    [InlineData("doc with a long directory", FileFormat.Doc, "")]
    [InlineData("doc cut off in its header", null, "damaged")]
    [InlineData("doc cut off behind its header", null, "damaged")]
    [InlineData("xls", FileFormat.Xls, "")]
    [InlineData("xls of 1995", FileFormat.Xls, "")]
    [InlineData("docx with a password", null, "encrypted")]
    [InlineData("ppt", null, "")]
    [InlineData("text", null, "")]
    [InlineData("one byte", null, "")]
    [InlineData("nothing", null, "")]
    [InlineData("png", null, "")]
    public async Task A_file_is_known_by_its_content(
        string file,
        FileFormat? format,
        string condition
    )
    {
        var events = await InspectAsync(Known[file]);

        Assert.Equal(format, events.Format);
        Assert.Equal(condition == "damaged", events.IsDamaged);
        Assert.Equal(condition == "encrypted", events.IsEncrypted);
        Assert.Equal(Known[file].Length, events.Size);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Known[file])), events.Sha256);
    }

    [Theory]
    [InlineData("bao-cao-ba-dinh.docx", FileFormat.Docx)]
    [InlineData("bao-cao-ba-dinh.pdf", FileFormat.Pdf)]
    [InlineData("phu-luc-so-lieu.xlsx", FileFormat.Xlsx)]
    [InlineData("anh-chup-nham.docx", null)]
    [InlineData("tep-rong.pdf", null)]
    public async Task The_samples_of_the_Hanoi_plan_are_what_they_say(
        string sample,
        FileFormat? format
    )
    {
        var events = await InspectAsync(Files.Sample(sample));

        Assert.Equal(format, events.Format);
        Assert.False(events.IsDamaged);
        Assert.False(events.IsEncrypted);
    }

    // The end record says three parts; reading on until the records end would take gigabytes of memory for a file of full size.
    [Fact]
    public async Task A_directory_longer_than_its_claim_is_not_read_to_its_end()
    {
        var bomb = Files.Directory(500_000, 3);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var events = await InspectAsync(bomb);

        Assert.True(events.IsDamaged);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }

    internal static async Task<FileFacts> InspectAsync(byte[] bytes)
    {
        using var content = new MemoryStream(bytes, writable: false);
        return await FileInspector.InspectAsync(content, CancellationToken.None);
    }
}

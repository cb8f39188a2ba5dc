using System.Security.Cryptography;
using System.Text;
using ProgramReview.Core.Checking;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking;

public sealed class FileInspectorTests
{
    private const string Folder = @"word\";

    // csharpier-ignore - a table reads by the line
    public static TheoryData<string, byte[], FileFormat?, string> Known =>
        new()
        {
            { "docx", Files.Docx, FileFormat.Docx, "" },
            { "xlsx", Files.Xlsx, FileFormat.Xlsx, "" },
            { "pptx", Files.Pptx, null, "" },
            { "zip without content types", Files.PlainZip, null, "" },
            { "zip of nothing", Files.Zip(), null, "" },
            { "docx cut in the middle", Files.Docx[..(Files.Docx.Length / 2)], null, "damaged" },
            { "docx without its last byte", Files.Docx[..^1], null, "damaged" },
            { "docx of four bytes", Files.Docx[..4], null, "damaged" },
            { "docx cut behind a workbook within", Files.CutBehind(Files.Xlsx), null, "damaged" },
            { "docx with a tail of zeros", [.. Files.Docx, .. new byte[100]], FileFormat.Docx, "" },
            { "docx with a long tail of zeros", [.. Files.Docx, .. new byte[200_000]], FileFormat.Docx, "" },
            { "docx behind zeros", [.. new byte[70_000], .. Files.Docx], FileFormat.Docx, "" },
            { "docx behind an empty line", [.. "\r\n"u8, .. Files.Docx], FileFormat.Docx, "" },
            { "docx behind a program", [.. "MZ"u8, .. new byte[100], .. Files.Docx], null, "" },
            { "docx with backslashes", Files.Office("word/document.xml", Files.WordType, name => name.Replace("word/", Folder, StringComparison.Ordinal)), FileFormat.Docx, "" },
            { "xlsx elsewhere", Files.Office("book/main.xml", Files.ExcelType), FileFormat.Xlsx, "" },
            { "xlsx in capitals", Files.Office("xl/workbook.xml", Files.ExcelType, name => name.ToUpperInvariant()), FileFormat.Xlsx, "" },
            { "docx in the place of a workbook", Files.Office("xl/workbook.xml", Files.WordType), FileFormat.Docx, "" },
            { "docx with macros", Files.Office("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"), null, "" },
            { "docx with zeros for its text", Files.Zeroed(Files.Docx), FileFormat.Docx, "damaged" },
            { "docx with a part of 64 MiB", Files.Declaring(Files.Docx, 64 * 1024 * 1024 + 1), null, "oversized" },
            { "docx of 201 MiB in all", Files.Declaring(Files.Zip([.. Enumerable.Range(0, 4).Select(i => ($"{i}", ""))]), 51 * 1024 * 1024), null, "oversized" },
            { "docx of one part named many times", Files.Repeating(Files.Docx, 5_000), null, "damaged" },
            { "docx whose parts are longer than told", Files.Packing(Files.Docx, 1), null, "damaged" },
            { "docx whose tables are no XML", Files.Zip(("[Content_Types].xml", "<Types"), ("_rels/.rels", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")), null, "damaged" },
            { "docx without its main part", Files.Zip(("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<a><b Type='/officeDocument' Target='/w.xml'/></a>")), null, "" },
            { "zip with 10,001 parts", Files.Directory(10_001, 10_001), null, "damaged" },
            { "zip that claims more than it has", Files.Directory(3, 9_000), null, "damaged" },
            { "zip that claims 65,535", Files.Directory(3, ushort.MaxValue), null, "damaged" },
            { "zip with 10,000 parts", Files.Directory(10_000, 10_000), null, "" },
            { "pdf", Pdfs.Plain, FileFormat.Pdf, "" },
            { "pdf behind blanks", [.. "\uFEFF\r\n"u8, .. Pdfs.Plain], FileFormat.Pdf, "" },
            { "pdf behind a program", [.. "MZ\0\0"u8, .. Pdfs.Plain], null, "" },
            { "pdf behind a page", [.. "<html><body>"u8, .. Pdfs.Plain], null, "" },
            { "page about pdf", [.. "<html>%PDF-1.4 startxref %%EOF"u8], null, "" },
            { "pdf with a tail of blanks", [.. Pdfs.Plain, .. "\n\n\n   "u8], FileFormat.Pdf, "" },
            { "pdf with a tail of zeros", [.. Pdfs.Plain, .. new byte[100_000]], FileFormat.Pdf, "" },
            { "pdf with a page behind it", [.. Pdfs.Plain, .. "<object>bye</object>"u8], FileFormat.Pdf, "" },
            { "pdf cut in the middle", Pdfs.Plain[..(Pdfs.Plain.Length / 2)], FileFormat.Pdf, "damaged" },
            { "pdf without its end mark", Pdfs.Plain[..^4], FileFormat.Pdf, "damaged" },
            { "pdf of five bytes", Pdfs.Plain[..5], FileFormat.Pdf, "damaged" },
            { "pdf with an update", Pdfs.Updated(), FileFormat.Pdf, "" },
            { "pdf cut in its update", Pdfs.Updated()[..(Pdfs.Plain.Length + 30)], FileFormat.Pdf, "damaged" },
            { "pdf for the web", Pdfs.Web, FileFormat.Pdf, "" },
            { "pdf for the web, cut in the middle", Pdfs.Linearized(400), FileFormat.Pdf, "damaged" },
            { "pdf whose references have moved", Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Pdfs.Plain).Replace("startxref\n1", "startxref\n2", StringComparison.Ordinal)), FileFormat.Pdf, "" },
            { "pdf without a catalogue", Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Pdfs.Plain).Replace("/Root 1 0 R", "", StringComparison.Ordinal)), FileFormat.Pdf, "damaged" },
            { "pdf that mentions encryption", Pdfs.Of("/Info (/Encrypt 3 0 R) % /Encrypt 3 0 R\n", "(/Encrypt)"), FileFormat.Pdf, "" },
            { "pdf with an unknown lock", Pdfs.Of("/Encrypt 3 0 R", "<< /Filter /Adobe.PubSec /V 4 >>"), FileFormat.Pdf, "encrypted" },
            { "pdf with a lock that is not there", Pdfs.Of("/Encrypt 7 0 R"), FileFormat.Pdf, "encrypted" },
            { "pdf with reference stream", Pdfs.WithReferenceStream("/Size 3", 10_000), FileFormat.Pdf, "" },
            { "doc", Files.Doc, FileFormat.Doc, "" },
            { "doc with large sectors", CompoundFiles.Of(12, "WordDocument"), FileFormat.Doc, "" },
            { "doc with a long directory", CompoundFiles.Of(9, [.. Enumerable.Range(0, 40).Select(i => $"Item{i}"), "WordDocument"]), FileFormat.Doc, "" },
            { "doc with a workbook in it", CompoundFiles.WithEmbedded("Workbook", "1Table", "WordDocument"), FileFormat.Doc, "" },
            { "doc with a password", CompoundFiles.Of(9, [("WordDocument", CompoundFiles.Content("WordDocument", isEncrypted: true))]), FileFormat.Doc, "encrypted" },
            { "doc cut off in its header", Files.Doc[..300], null, "damaged" },
            { "doc cut off behind its header", Files.Doc[..512], null, "damaged" },
            { "doc cut in the middle", Files.Doc[..(Files.Doc.Length / 2)], null, "damaged" },
            { "doc with nothing in its stream", CompoundFiles.Of(9, [("WordDocument", new byte[4096])]), FileFormat.Doc, "damaged" },
            { "xls", Files.Xls, FileFormat.Xls, "" },
            { "xls in capitals", CompoundFiles.Of(9, "WORKBOOK"), FileFormat.Xls, "" },
            { "xls of 1995", CompoundFiles.Of(9, "Book"), FileFormat.Xls, "" },
            { "xls with a document in it", CompoundFiles.WithEmbedded("WordDocument", "Workbook"), FileFormat.Xls, "" },
            { "xls with a password", CompoundFiles.Of(9, [("Workbook", CompoundFiles.Content("Workbook", isEncrypted: true))]), FileFormat.Xls, "encrypted" },
            { "small xls", CompoundFiles.Of(9, [("Other", new byte[100]), ("Workbook", CompoundFiles.Content("Workbook")[..200])]), FileFormat.Xls, "" },
            { "small xls with a password", CompoundFiles.Of(9, [("Other", new byte[100]), ("Workbook", CompoundFiles.Content("Workbook", isEncrypted: true)[..200])]), FileFormat.Xls, "encrypted" },
            { "docx with a password", Files.EncryptedOffice, null, "encrypted" },
            { "ppt", CompoundFiles.Of(9, "PowerPoint Document"), null, "" },
            { "text", Encoding.UTF8.GetBytes("Báo cáo"), null, "" },
            { "one byte", [0x50], null, "" },
            { "nothing", [], null, "" },
            { "nothing but zeros", new byte[200_000], null, "" },
            { "png", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13], null, "" },
        };

    [Theory]
    [MemberData(nameof(Known), DisableDiscoveryEnumeration = true)]
    public async Task A_file_is_known_by_its_content(
        string what,
        byte[] file,
        FileFormat? format,
        string condition
    )
    {
        var events = await InspectAsync(file);

        Assert.Equal((what, format), (what, events.Format));
        Assert.Equal((what, condition), (what, ConditionOf(events)));
        Assert.Equal(file.Length, events.Size);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), events.Sha256);
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
        Assert.Equal("", ConditionOf(events));
    }

    [Theory]
    [InlineData("bao-cao-ba-dinh.docx")]
    [InlineData("bao-cao-ba-dinh.pdf")]
    [InlineData("phu-luc-so-lieu.xlsx")]
    public async Task A_sample_that_lacks_its_end_is_damaged_wherever_it_was_cut(string sample)
    {
        var file = Files.Sample(sample);
        for (var tenth = 1; tenth < 10; tenth++)
        {
            var events = await InspectAsync(file[..(file.Length * tenth / 10)]);

            Assert.True(events.IsDamaged, $"{tenth} tenths");
        }
    }

    // The end record says three parts; reading on until the records end would take gigabytes of memory for a file of full size.
    [Fact]
    public void A_directory_longer_than_its_claim_is_not_read_to_its_end()
    {
        var bomb = new FileBytes(new MemoryStream(Files.Directory(500_000, 3)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var parts = ZipDirectory.Read(bomb, 0);

        Assert.Null(parts);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }

    // The directory of this file jumps from one end to the other with every sector; over a network each jump was a request.
    [Fact]
    public async Task Every_byte_of_a_scattered_file_is_fetched_once()
    {
        var file = CompoundFiles.Of(
            9,
            [
                .. Enumerable.Range(0, 3_000).Select(i => ($"Item{i}", new byte[4096])),
                ("Workbook", CompoundFiles.Content("Workbook")),
            ]
        );
        await using var content = new CountedStream(file);

        var events = await FileInspector.InspectAsync(content, CancellationToken.None);

        Assert.Equal(FileFormat.Xls, events.Format);
        Assert.Equal(file.Length, content.Fetched);
    }

    internal static async Task<FileFacts> InspectAsync(byte[] bytes)
    {
        using var content = new MemoryStream(bytes, writable: false);
        return await FileInspector.InspectAsync(content, CancellationToken.None);
    }

    internal static string ConditionOf(FileFacts events) =>
        string.Join(
            ' ',
            new[]
            {
                events.IsDamaged ? "damaged" : "",
                events.IsEncrypted ? "encrypted" : "",
                events.IsOversized ? "oversized" : "",
            }.Where(word => word.Length > 0)
        );

    private sealed class CountedStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public long Fetched { get; private set; }

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            Fetched += read;
            return read;
        }
    }
}

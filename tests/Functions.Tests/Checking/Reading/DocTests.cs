using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>The text of a doc is that of its pieces, without what stands there for other things.</summary>
public sealed class DocTests
{
    [Fact]
    public async Task Pieces_are_read_in_their_order_whatever_their_letters_take()
    {
        var facts = await Readers.ReadAsync(
            Docs.Of(
                ("I. KẾT QU", false),
                ("\u00c9 plain\r", true),
                ("\u0001Hình\u0008 và\u000bdòng\r\rÔ một\aÔ hai\a\a", false)
            ),
            FileFormat.Doc
        );

        Assert.Null(facts.Fault);
        Assert.Equal(
            [
                new DocumentLine("I. KẾT QUÉ plain") { Paragraph = 1 },
                new DocumentLine("Hình và dòng") { Paragraph = 2 },
                new DocumentLine("Ô một") { Paragraph = 4, InTable = true },
                new DocumentLine("Ô hai") { Paragraph = 5, InTable = true },
            ],
            facts.Document!.Lines
        );
    }

    [Fact]
    public async Task Codes_and_contents_lists_of_fields_are_left_out()
    {
        var facts = await Readers.ReadAsync(
            Docs.Of(
                (
                    "\u0013 TOC \\o \u0014I. Tình hình 1\rII. Kết quả 2\u0015\rSố \u0013PAGE\u001412\u0015 đây\r\u0013 INCLUDETEXT a \u0015\rMục ...... 7\r",
                    false
                )
            ),
            FileFormat.Doc
        );

        Assert.Equal(["Số 12 đây"], facts.Document!.Lines.Select(line => line.Text));
        Assert.Equal(
            [new ActiveContent(ActiveContentKind.RemoteContent, "INCLUDETEXT a")],
            facts.Active
        );
    }

    [Fact]
    public async Task What_is_hidden_or_deleted_is_left_out()
    {
        var file = Docs.WithHidden("Thấy ẩn và xóa hết\r", (5, 8, 0x083C), (11, 15, 0x0800));

        Assert.Equal(
            "Thấy và hết",
            Assert.Single((await Readers.ReadAsync(file, FileFormat.Doc)).Document!.Lines).Text
        );
    }

    [Fact]
    public async Task What_is_hidden_is_counted()
    {
        var file = Docs.WithHidden("Thấy ẩn và xóa hết\r", (5, 8, 0x083C), (11, 15, 0x0800));

        Assert.Equal(
            ReadingFault.TooLarge,
            (await Readers.ReadAsync(file, FileFormat.Doc, new() { Cells = 1 })).Fault
        );
    }

    [Fact]
    public async Task A_macro_and_an_object_are_told_by_their_storage()
    {
        var file = CompoundFiles.Of(
            9,
            [.. Parts(), ("Module", CompoundFiles.Content("Module"))],
            embedded: 1
        );

        Assert.Equal(
            ActiveContentKind.EmbeddedObject,
            Assert.Single((await Readers.ReadAsync(file, FileFormat.Xls)).Active).Kind
        );

        static IEnumerable<(string, byte[])> Parts() => [("Workbook", Xlss.Book())];
    }

    [Theory]
    [InlineData(2, 0x65, ReadingFault.NotUnderstood)]
    [InlineData(11, 0x03, ReadingFault.Locked)]
    [InlineData(0x1A5, 0x7F, ReadingFault.Damaged)]
    [InlineData(0x1A6, 0x01, ReadingFault.Damaged)]
    public async Task What_is_not_understood_says_so(int at, byte value, ReadingFault fault)
    {
        var file = Docs.Of(("Một\r", false));
        var word = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xEC, 0xA5, 0xC1, 0]);
        file[word + at] = value;

        Assert.Equal(fault, (await Readers.ReadAsync(file, FileFormat.Doc)).Fault);
    }
}

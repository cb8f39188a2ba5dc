using System.Text;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>A table written as text is recognised and read whatever program wrote it.</summary>
public sealed class CsvTests
{
    private const string Table = "Chỉ tiêu;Năm 2024\nĐảng viên mới;1234\n";

    public static TheoryData<string, byte[]> Files =>
        new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(Table) },
            { "UTF-8 with its mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Table)] },
            { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Table)] },
            {
                "UTF-16 from the other end",
                [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Table)]
            },
            { "windows-1258", Windows(Table) },
            { "commas", Encoding.UTF8.GetBytes(Table.Replace(';', ',')) },
            { "tabs", Encoding.UTF8.GetBytes(Table.Replace(';', '\t')) },
            { "a named sign", Encoding.UTF8.GetBytes("sep=^\r\n" + Table.Replace(';', '^')) },
            {
                "quotes and Windows",
                Encoding.UTF8.GetBytes(
                    "\"Chỉ tiêu\";\"Năm 2024\"\r\n\"Đảng viên mới\";\"1234\"\r\n"
                )
            },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_table_is_read(string what, byte[] file)
    {
        var inspected = await FileInspectorTests.InspectAsync(file);
        var facts = await Readers.ReadAsync(file, FileFormat.Csv);

        Assert.Equal((what, FileFormat.Csv), (what, inspected.Format));
        Assert.Equal(
            [
                new SheetCell(1, 1, SheetCellKind.Text, "Chỉ tiêu"),
                new SheetCell(1, 2, SheetCellKind.Text, "Năm 2024"),
                new SheetCell(2, 1, SheetCellKind.Text, "Đảng viên mới"),
                new SheetCell(2, 2, SheetCellKind.Number, "1234") { Number = 1234 },
            ],
            facts.Annex!.Sheets.Single().Cells
        );
    }

    [Theory]
    [InlineData("12", 12.0)]
    [InlineData(" -3 ", -3.0)]
    [InlineData("97.5", 97.5)]
    [InlineData("97,5", 97.5)]
    [InlineData("0,25", 0.25)]
    [InlineData("1234.5678", 1234.5678)]
    [InlineData("1.234", null)]
    [InlineData("1,234", null)]
    [InlineData("1.234,5", null)]
    [InlineData("007", null)]
    [InlineData("--1", null)]
    [InlineData("1-", null)]
    [InlineData("5.", null)]
    [InlineData("12%", null)]
    [InlineData("1234567890123456", null)]
    public async Task Only_what_can_be_one_number_is_a_number(string written, double? number)
    {
        var file = Encoding.UTF8.GetBytes($"a;b\nc;{written}\n");

        var cell = (await Readers.ReadAsync(file, FileFormat.Csv)).Annex!.Sheets[0].Cells[^1];

        Assert.Equal((decimal?)number, cell.Number);
        Assert.Equal(number is null ? SheetCellKind.Text : SheetCellKind.Number, cell.Kind);
        Assert.Equal(written.Trim(), cell.Written);
    }

    [Fact]
    public async Task A_cell_may_hold_lines_and_rows_may_differ()
    {
        var file = Encoding.UTF8.GetBytes("a;\"b\nb;b\"\nc;d;e\n\nf;g\n");

        var cells = (await Readers.ReadAsync(file, FileFormat.Csv)).Annex!.Sheets[0].Cells;

        Assert.Equal(
            ["A1=a", "B1=b b;b", "A2=c", "B2=d", "C2=e", "A4=f", "B4=g"],
            cells.Select(cell => $"{cell.Address}={cell.Written}")
        );
    }

    [Theory]
    [InlineData("Kính gửi Ban Tổ chức, báo cáo kèm theo.")]
    [InlineData("một\nhai\nba")]
    [InlineData("{\\rtf1 a;b\nc;d}")]
    [InlineData("<html>a;b\nc;d</html>")]
    [InlineData("a;b\nc;d\0")]
    public async Task Other_letters_are_no_table(string text) =>
        Assert.Null((await FileInspectorTests.InspectAsync(Encoding.UTF8.GetBytes(text))).Format);

    [Fact]
    public async Task A_table_that_goes_on_as_something_else_is_damaged()
    {
        byte[] file =
        [
            .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("ấm;b\n", 20_000))),
            0,
            1,
        ];

        var inspected = await FileInspectorTests.InspectAsync(file);

        Assert.Equal(FileFormat.Csv, inspected.Format);
        Assert.True(inspected.IsDamaged);
        Assert.Equal(ReadingFault.Damaged, (await Readers.ReadAsync(file, FileFormat.Csv)).Fault);
    }

    // Tones as signs of their own, as Windows writes them.
    private static byte[] Windows(string text) =>
        CodePagesEncodingProvider
            .Instance.GetEncoding(1258)!
            .GetBytes(
                text.Replace("ỉ", "i\u0309", StringComparison.Ordinal)
                    .Replace("ả", "a\u0309", StringComparison.Ordinal)
                    .Replace("ớ", "ơ\u0301", StringComparison.Ordinal)
            );
}

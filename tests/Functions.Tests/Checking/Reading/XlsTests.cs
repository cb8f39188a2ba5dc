using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>The cells of an xls are read record by record, so that an error or a formula never looks like nothing.</summary>
public sealed class XlsTests
{
    private static readonly byte[][] Head =
    [
        Xlss.Record(0x31, [.. new byte[14], 4, 0, (byte)'F', (byte)'o', (byte)'n', (byte)'t']),
        Xlss.Record(0x41E, [164, 0, .. Xlss.Text("dd/mm/yyyy", isWide: false)]),
        Style(0),
        Style(10),
        Style(164),
        // The second text runs over into the next record, where its letters become wide, and bears runs.
        Xlss.Record(
            0xFC,
            [2, 0, 0, 0, 2, 0, 0, 0, .. Xlss.Text("Đảng viên"), 8, 0, 8, 1, 0, (byte)'a', (byte)'b']
        ),
        Xlss.Record(0x3C, [1, .. System.Text.Encoding.Unicode.GetBytes("ượđếảế"), 0, 0, 0, 0]),
        Xlss.Record(0x1AE, 1, 0, 1, 4),
        Xlss.Record(0x1AE, [1, 0, .. Xlss.Text("other.xls", isWide: false)]),
    ];

    [Fact]
    public async Task Cells_of_all_kinds_are_read()
    {
        var facts = await ReadAsync(
            Xlss.Record(0xFD, [.. Xlss.At(0, 0), 0, 0, 0, 0]),
            Xlss.Record(0xFD, [.. Xlss.At(0, 1), 1, 0, 0, 0]),
            Xlss.Record(0x204, [.. Xlss.At(0, 2), .. Xlss.Text("chữ")]),
            Xlss.Record(0x203, [.. Xlss.At(1, 0, 1), .. BitConverter.GetBytes(0.975)]),
            Xlss.Record(0x203, [.. Xlss.At(1, 1, 2), .. BitConverter.GetBytes(45000.0)]),
            // 1234 as a whole number; 12.34 as a hundredth of it; 0.5 by its upper bits.
            Xlss.Record(0x27E, [.. Xlss.At(2, 0), .. BitConverter.GetBytes(1234 << 2 | 2)]),
            Xlss.Record(
                0xBD,
                [
                    2,
                    0,
                    1,
                    0,
                    0,
                    0,
                    .. BitConverter.GetBytes(1234 << 2 | 3),
                    0,
                    0,
                    .. BitConverter.GetBytes(0x3FE00000),
                    2,
                    0,
                ]
            ),
            Xlss.Record(0x205, [.. Xlss.At(3, 0), 1, 0]),
            Xlss.Record(0x205, [.. Xlss.At(3, 1), 0x17, 1]),
            Xlss.Formula(4, 0, BitConverter.GetBytes(7.0)),
            Xlss.Formula(4, 1, 2, 0, 0x07, 0, 0, 0, 0xFF, 0xFF),
            Xlss.Formula(4, 2, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF),
            Xlss.Record(0x207, Xlss.Text("đạt")),
            Xlss.Formula(4, 3, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF),
            Xlss.Formula(4, 4, 3, 0, 0, 0, 0, 0, 0xFF, 0xFF),
            Xlss.Formula(4, 5, 1, 0, 1, 0, 0, 0, 0xFF, 0xFF)
        );

        Assert.Equal(
            [
                Cell("A1", SheetCellKind.Text, "Đảng viên"),
                Cell("B1", SheetCellKind.Text, "abượđếảế"),
                Cell("C1", SheetCellKind.Text, "chữ"),
                Cell("A2", SheetCellKind.Number, "0.975") with
                {
                    Number = 0.975m,
                    Format = "0.00%",
                },
                Cell("B2", SheetCellKind.Date, "45000") with
                {
                    Number = 45000m,
                    Format = "dd/mm/yyyy",
                },
                Cell("A3", SheetCellKind.Number, "1234") with
                {
                    Number = 1234m,
                },
                Cell("B3", SheetCellKind.Number, "12.34") with
                {
                    Number = 12.34m,
                },
                Cell("C3", SheetCellKind.Number, "0.5") with
                {
                    Number = 0.5m,
                },
                Cell("A4", SheetCellKind.Boolean, "1"),
                Cell("B4", SheetCellKind.Error, "#REF!"),
                Cell("A5", SheetCellKind.Number, "7") with
                {
                    Number = 7m,
                    IsFormula = true,
                },
                Cell("B5", SheetCellKind.Error, "#DIV/0!") with
                {
                    IsFormula = true,
                },
                Cell("C5", SheetCellKind.Text, "đạt") with
                {
                    IsFormula = true,
                },
                Cell("D5", SheetCellKind.NotComputed, "") with
                {
                    IsFormula = true,
                },
                Cell("E5", SheetCellKind.NotComputed, "") with
                {
                    IsFormula = true,
                },
                Cell("F5", SheetCellKind.Boolean, "1") with
                {
                    IsFormula = true,
                },
            ],
            facts.Annex!.Sheets.Single().Cells
        );
        Assert.Equal([new FontUse("Font", 23)], facts.Annex.Fonts);
        Assert.Equal(
            [new ActiveContent(ActiveContentKind.ExternalWorkbook, "other.xls")],
            facts.Active
        );
    }

    [Fact]
    public async Task Hidden_and_merged_cells_and_sheets_are_marked()
    {
        var one = Xlss.Record(0x203, [.. Xlss.At(0, 0), .. BitConverter.GetBytes(1.0)]);
        var file = Xlss.Of(
            Xlss.Book(
                [],
                [
                    [
                        Xlss.Record(0x7D, 1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0),
                        Xlss.Record(0x208, 1, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0x20, 0, 0, 0),
                        one,
                        Xlss.Record(0x203, [.. Xlss.At(0, 1), .. BitConverter.GetBytes(1.0)]),
                        Xlss.Record(0x203, [.. Xlss.At(1, 2), .. BitConverter.GetBytes(1.0)]),
                        Xlss.Record(0x203, [.. Xlss.At(2, 3), .. BitConverter.GetBytes(1.0)]),
                        Xlss.Begin(),
                        Xlss.Record(0x203, [.. Xlss.At(5, 5), .. BitConverter.GetBytes(1.0)]),
                        Xlss.End,
                        Xlss.Record(0xE5, 1, 0, 2, 0, 3, 0, 3, 0, 4, 0),
                    ],
                    [one],
                ]
            )
        );

        var sheets = (await Readers.ReadAsync(file, FileFormat.Xls)).Annex!.Sheets;

        Assert.Equal(
            [("Sheet0", false), ("Sheet1", true)],
            sheets.Select(sheet => (sheet.Name, sheet.IsHidden))
        );
        Assert.Equal(
            [("A1", false, false), ("B1", true, false), ("C2", true, false), ("D3", false, true)],
            sheets[0].Cells.Select(cell => (cell.Address, cell.IsHidden, cell.IsMerged))
        );
    }

    [Fact]
    public async Task An_older_book_is_not_understood_and_a_locked_one_says_so()
    {
        var old = Xlss.Book();
        old[5] = 5;

        Assert.Equal(
            ReadingFault.NotUnderstood,
            (await Readers.ReadAsync(Xlss.Of(old), FileFormat.Xls)).Fault
        );
        Assert.Equal(
            ReadingFault.Locked,
            (
                await Readers.ReadAsync(
                    Xlss.Of(Xlss.Book([Xlss.Record(0x2F, 0, 0)], [])),
                    FileFormat.Xls
                )
            ).Fault
        );
    }

    private static async Task<ContentFacts> ReadAsync(params byte[][] sheet)
    {
        var facts = await Readers.ReadAsync(Xlss.Of(Xlss.Book(Head, [sheet])), FileFormat.Xls);
        Assert.Null(facts.Fault);
        return facts;
    }

    private static SheetCell Cell(string address, SheetCellKind kind, string written) =>
        new(address[1] - '0', address[0] - 'A' + 1, kind, written);

    private static byte[] Style(int format) =>
        Xlss.Record(0xE0, [0, 0, (byte)format, 0, .. new byte[16]]);
}

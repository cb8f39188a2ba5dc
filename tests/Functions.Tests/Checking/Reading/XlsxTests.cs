using System.Globalization;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>The cells of an xlsx are read as they are stored and shown.</summary>
public sealed class XlsxTests
{
    private const string Strings =
        "<si><t>Đảng viên</t></si><si><r><t>mới </t></r><r><rPr/><t>kết nạp</t></r><rPh><t>đọc</t></rPh></si>";
    private const string Styles =
        "<numFmts><numFmt numFmtId='164' formatCode='#,##0.0&quot; đồng&quot;'/><numFmt numFmtId='165' formatCode='dd/mm/yyyy'/></numFmts><fonts><font><name val='Times New Roman'/></font><font><name val='.VnTime'/></font></fonts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0' fontId='0'/><xf numFmtId='164' fontId='0'/><xf numFmtId='165'/><xf numFmtId='10'/><xf numFmtId='0' fontId='1'/></cellXfs><dxfs><dxf><font><name val='x'/></font></dxf></dxfs>";

    public static TheoryData<string, SheetCell> Cells =>
        new()
        {
            { "<c r='B1' t='s'><v>0</v></c>", Cell(SheetCellKind.Text, "Đảng viên") },
            { "<c r='B1' t='s'><v>1</v></c>", Cell(SheetCellKind.Text, "mới kết nạp") },
            {
                "<c r='B1' t='inlineStr'><is><t>Số\nliệu </t></is></c>",
                Cell(SheetCellKind.Text, "Số liệu")
            },
            { "<c r='B1' t='str'><v>12</v></c>", Cell(SheetCellKind.Text, "12") },
            {
                "<c r='B1' t='inlineStr'><is><t>a_x000D_b _x005F_x0041_</t></is></c>",
                Cell(SheetCellKind.Text, "a b _x0041_")
            },
            { "<c r='B1'><v>12.5</v></c>", Number("12.5", 12.5m) },
            { "<c r='B1'><v>0.30000000000000004</v></c>", Number("0.30000000000000004", 0.3m) },
            { "<c r='B1'><v>1.5E3</v></c>", Number("1.5E3", 1500m) },
            { "<c r='B1'><v>1E300</v></c>", Cell(SheetCellKind.Text, "1E300") },
            { "<c r='B1'><v>NaN</v></c>", Cell(SheetCellKind.Text, "NaN") },
            { "<c/><c><v>7</v></c>", Number("7", 7m) },
            {
                "<c r='B1' s='1'><v>7</v></c>",
                Number("7", 7m) with
                {
                    Format = "#,##0.0\" đồng\"",
                }
            },
            {
                "<c r='B1' s='3'><v>0.975</v></c>",
                Number("0.975", 0.975m) with
                {
                    Format = "0.00%",
                }
            },
            {
                "<c r='B1' s='2'><v>45000</v></c>",
                Number("45000", 45000m) with
                {
                    Kind = SheetCellKind.Date,
                    Format = "dd/mm/yyyy",
                }
            },
            { "<c r='B1' t='d'><v>2024-09-30</v></c>", Cell(SheetCellKind.Date, "2024-09-30") },
            { "<c r='B1' s='99'><v>7</v></c>", Number("7", 7m) },
            { "<c r='B1' t='b'><v>1</v></c>", Cell(SheetCellKind.Boolean, "1") },
            { "<c r='B1' t='e'><v>#DIV/0!</v></c>", Cell(SheetCellKind.Error, "#DIV/0!") },
            { "<c r='B1'><f>SUM(A1)</f><v>3</v></c>", Number("3", 3m) with { IsFormula = true } },
            {
                "<c r='B1'><f>SUM(A1)</f></c>",
                Cell(SheetCellKind.NotComputed, "") with
                {
                    IsFormula = true,
                }
            },
            {
                "<c r='B1'><f>SUM(A1)</f><v></v></c>",
                Cell(SheetCellKind.NotComputed, "") with
                {
                    IsFormula = true,
                }
            },
            {
                "<c r='B1' t='str'><f>A1</f><v></v></c>",
                Cell(SheetCellKind.Text, "") with
                {
                    IsFormula = true,
                }
            },
            {
                "<c r='B1' t='e'><f>A1</f><v>#REF!</v></c>",
                Cell(SheetCellKind.Error, "#REF!") with
                {
                    IsFormula = true,
                }
            },
            {
                "<c r='B1'><f t='shared' si='0'/><v>1</v></c>",
                Number("1", 1m) with
                {
                    IsFormula = true,
                }
            },
        };

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_cell_is_read(string xml, SheetCell cell)
    {
        var sheet = await ReadAsync(Xlsxs.Of(Xlsxs.Row(xml), strings: Strings, styles: Styles));

        Assert.Equal((xml, cell), (xml, Assert.Single(sheet.Cells)));
        Assert.Equal("Bảng 1", sheet.Name);
        Assert.False(sheet.IsHidden);
    }

    [Theory]
    [InlineData("<c r='A1'/>")]
    [InlineData("<c r='A1'><v></v></c>")]
    [InlineData("<c r='A1' t='inlineStr'><is><t> </t></is></c>")]
    public async Task What_holds_nothing_is_left_out(string xml) =>
        Assert.Empty((await ReadAsync(Xlsxs.Of(Xlsxs.Row(xml)))).Cells);

    [Theory]
    [InlineData("<c r='XFE1'><v>1</v></c>")]
    [InlineData("<c r='A1048577'><v>1</v></c>")]
    [InlineData("<c r='A0'><v>1</v></c>")]
    [InlineData("<c r='1A'><v>1</v></c>")]
    [InlineData("<c r='A1' t='s'><v>9</v></c>")]
    [InlineData("<c r='A1' t='s'><v>-1</v></c>")]
    public async Task What_lies_nowhere_is_damage(string xml) =>
        Assert.Equal(
            ReadingFault.Damaged,
            (await Readers.ReadAsync(Xlsxs.Of(Xlsxs.Row(xml)), FileFormat.Xlsx)).Fault
        );

    [Fact]
    public async Task Hidden_and_merged_cells_are_marked()
    {
        var rows = string.Concat(
            Enumerable
                .Range(1, 4)
                .Select(row =>
                    $"<row r='{row}'{(row == 2 ? " hidden='1'" : "")}>{string.Concat("ABCD".Select(column => string.Create(CultureInfo.InvariantCulture, $"<c r='{column}{row}'><v>{row}</v></c>")))}</row>"
                )
        );

        var sheet = await ReadAsync(
            Xlsxs.Of(
                rows,
                "<cols><col min='2' max='2' hidden='1'/><col min='3' max='3' width='9'/></cols>",
                "<mergeCells><mergeCell ref='C3:D4'/><mergeCell ref='A1:A2'/></mergeCells>"
            )
        );

        Assert.Equal(
            ["B1", "A2", "B2", "C2", "D2", "B3", "B4"],
            sheet.Cells.Where(cell => cell.IsHidden).Select(cell => cell.Address)
        );
        Assert.Equal(
            ["A1", "A2", "C3", "D3", "C4", "D4"],
            sheet.Cells.Where(cell => cell.IsMerged).Select(cell => cell.Address)
        );
    }

    [Fact]
    public async Task Cells_come_in_order_and_the_last_of_a_place_counts()
    {
        var sheet = await ReadAsync(
            Xlsxs.Of(
                "<row r='2'><c r='B2'><v>1</v></c><c r='A2'><v>2</v></c></row><row r='1'><c r='A1'><v>3</v></c><c r='A2'><v>4</v></c></row>"
            )
        );

        Assert.Equal(
            ["A1=3", "A2=4", "B2=1"],
            sheet.Cells.Select(cell => $"{cell.Address}={cell.Written}")
        );
    }

    [Fact]
    public async Task Every_sheet_is_read_and_hidden_ones_are_named()
    {
        var file = Xlsxs.Of(
            [
                Xlsxs.Sheet(Xlsxs.Row("<c r='A1'><v>1</v></c>")),
                Xlsxs.Sheet(Xlsxs.Row("<c r='A1' s='4' t='s'><v>0</v></c>")),
            ],
            Strings,
            Styles,
            Docxs.Related("x", "externalLink", "externalLinks/externalLink1.xml")
                + Docxs.Related("p", "connections", "connections.xml"),
            ("xl/externalLinks/externalLink1.xml", "<x/>")
        );

        var facts = await Readers.ReadAsync(file, FileFormat.Xlsx);

        Assert.Equal([false, true], facts.Annex!.Sheets.Select(sheet => sheet.IsHidden));
        Assert.Equal([new FontUse(".VnTime", 9)], facts.Annex.Fonts);
        Assert.Equal(
            [ActiveContentKind.ExternalWorkbook, ActiveContentKind.RemoteContent],
            facts.Active.Select(active => active.Kind)
        );
    }

    private static async Task<AnnexSheet> ReadAsync(byte[] file) =>
        Assert.Single((await Readers.ReadAsync(file, FileFormat.Xlsx)).Annex!.Sheets);

    private static SheetCell Cell(SheetCellKind kind, string written) => new(1, 2, kind, written);

    private static SheetCell Number(string written, decimal number) =>
        Cell(SheetCellKind.Number, written) with
        {
            Number = number,
        };
}

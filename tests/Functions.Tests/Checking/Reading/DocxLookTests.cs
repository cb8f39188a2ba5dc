using ProgramReview.Core.Checking.Reading;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>How a paragraph of a docx is set is found along its styles, never by their names.</summary>
public sealed class DocxLookTests
{
    private const string Styles = """
        <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Times New Roman' w:hAnsi='Times New Roman'/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type='paragraph' w:default='1' w:styleId='a'><w:name w:val='Normal'/></w:style>
        <w:style w:type='paragraph' w:styleId='2'><w:name w:val='Đề mục'/><w:basedOn w:val='a'/><w:pPr><w:jc w:val='center'/><w:outlineLvl w:val='0'/></w:pPr><w:rPr><w:b/><w:caps/></w:rPr></w:style>
        <w:style w:type='paragraph' w:styleId='3'><w:name w:val='Đề mục con'/><w:basedOn w:val='2'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr><w:rPr><w:caps w:val='0'/></w:rPr><w:tblStylePr><w:rPr><w:b w:val='0'/></w:rPr></w:tblStylePr></w:style>
        <w:style w:type='paragraph' w:styleId='x'><w:name w:val='x'/><w:basedOn w:val='y'/></w:style>
        <w:style w:type='paragraph' w:styleId='y'><w:name w:val='y'/><w:basedOn w:val='x'/><w:pPr><w:outlineLvl w:val='2'/></w:pPr></w:style>
        <w:style w:type='character' w:styleId='c'><w:name w:val='Mạnh'/><w:rPr><w:b/><w:rFonts w:hAnsi='.VnTime'/></w:rPr></w:style>
        <w:style w:type='character' w:styleId='P'><w:name w:val='Placeholder Text'/></w:style>
        <w:style w:type='paragraph' w:styleId='M1'><w:name w:val='toc 1'/></w:style>
        <w:style w:type='paragraph' w:styleId='L'><w:name w:val='List'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>
        """;

    public static TheoryData<string, string, DocumentLine> Looks =>
        new()
        {
            { "plain", Styled("", "A b"), Line("A b") },
            {
                "by a style",
                Styled("2", "Kết quả"),
                Line("Kết quả") with
                {
                    Level = 1,
                    IsBold = true,
                    IsCapitals = true,
                    IsCentred = true,
                }
            },
            {
                "by the style it is based on",
                Styled("3", "Kết quả"),
                Line("Kết quả") with
                {
                    Level = 2,
                    IsBold = true,
                    IsCentred = true,
                }
            },
            {
                "body text in spite of its style",
                Styled("2", "Đoạn", "<w:jc w:val='both'/><w:outlineLvl w:val='9'/>"),
                Line("Đoạn") with
                {
                    IsBold = true,
                    IsCapitals = true,
                }
            },
            { "styles in a circle", Styled("x", "Vòng"), Line("Vòng") with { Level = 3 } },
            { "a style that is not there", Styled("không", "Thường"), Line("Thường") },
            {
                "all bold",
                $"<w:p>{Docxs.Run("Đậm", "<w:b/>")}{Docxs.Run(" ")}{Docxs.Run("hết", "<w:b w:val='true'/>")}</w:p>",
                Line("Đậm hết") with
                {
                    IsBold = true,
                }
            },
            {
                "partly bold",
                $"<w:p>{Docxs.Run("Đậm", "<w:b/>")}{Docxs.Run(" thường")}</w:p>",
                Line("Đậm thường")
            },
            {
                "two bold styles are none",
                Styled("2", "", "<w:jc w:val='left'/>")
                    .Replace(
                        "</w:p>",
                        Docxs.Run("X", "<w:rStyle w:val='c'/>") + "</w:p>",
                        StringComparison.Ordinal
                    ),
                Line("X") with
                {
                    Level = 1,
                    IsCapitals = true,
                    Font = ".VnTime",
                }
            },
            {
                "capitals as stored",
                Docxs.Paragraph("KẾT QUẢ 2024"),
                Line("KẾT QUẢ 2024") with
                {
                    IsCapitals = true,
                }
            },
            { "figures are no capitals", Docxs.Paragraph("2024"), Line("2024") },
            {
                "a hint by its control",
                $"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{Docxs.Run("Viết ở đây")}</w:sdtContent></w:sdt></w:p>",
                Line("Viết ở đây") with
                {
                    IsHint = true,
                    Font = null,
                }
            },
            {
                "a hint by its style",
                $"<w:p>{Docxs.Run("Viết ở đây", "<w:rStyle w:val='P'/>")}</w:p>",
                Line("Viết ở đây") with
                {
                    IsHint = true,
                    Font = null,
                }
            },
            {
                "what is written beside a hint",
                $"<w:p>{Docxs.Run("Đã viết. ")}{Docxs.Run("Viết ở đây", "<w:rStyle w:val='P'/>")}</w:p>",
                Line("Đã viết.")
            },
            {
                "the mark of a section by control",
                $"<w:p><w:sdt><w:sdtPr><w:tag w:val='ket-qua'/></w:sdtPr><w:sdtContent>{Docxs.Run("I. Khác")}</w:sdtContent></w:sdt></w:p>",
                Line("I. Khác") with
                {
                    Section = "ket-qua",
                }
            },
            {
                "and by bookmark",
                $"<w:p><w:bookmarkStart w:id='1' w:name='section_ket_qua'/>{Docxs.Run("I. Khác")}</w:p>",
                Line("I. Khác") with
                {
                    Section = "ket-qua",
                }
            },
            {
                "and before the paragraph",
                $"<w:bookmarkStart w:id='1' w:name='section_ket_qua'/>{Docxs.Paragraph("I. Khác")}",
                Line("I. Khác") with
                {
                    Section = "ket-qua",
                }
            },
            {
                "in a table",
                $"<w:tbl><w:tr><w:tc>{Docxs.Paragraph("Ô bảng")}</w:tc></w:tr></w:tbl>",
                Line("Ô bảng") with
                {
                    InTable = true,
                }
            },
            {
                "behind what is left out",
                $"{Styled("M1", "I. Kết quả 5")}{Docxs.Paragraph("")}{Docxs.Paragraph("Sau")}",
                Line("Sau") with
                {
                    Paragraph = 3,
                }
            },
        };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_line_is_set_as_it_is_shown(string what, string body, DocumentLine line) =>
        Assert.Equal((what, line), (what, Assert.Single(await Readers.LinesAsync(body, Styles))));

    [Fact]
    public async Task Automatic_numbers_are_read()
    {
        const string Numbering = """
            <w:abstractNum w:abstractNumId='0'>
            <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1-'/></w:lvl>
            <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:isLgl/><w:lvlText w:val='%1.%2.'/></w:lvl>
            <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%3)'/></w:lvl>
            <w:lvl w:ilvl='3'><w:numFmt w:val='bullet'/><w:lvlText w:val='·'/></w:lvl>
            </w:abstractNum>
            <w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='vietnameseCounting'/><w:lvlText w:val='Phần %1'/></w:lvl></w:abstractNum>
            <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>
            <w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='4'/></w:lvlOverride></w:num>
            <w:num w:numId='3'><w:abstractNumId w:val='1'/></w:num>
            """;

        var lines = await Readers.LinesAsync(
            string.Concat(
                Styled("L", "một"),
                Numbered(1, 1, "một một"),
                Numbered(1, 1, "một hai"),
                Numbered(1, 2, "chữ"),
                Numbered(1, 3, "dấu"),
                Styled("L", "hai"),
                Numbered(1, 1, "hai một"),
                Styled("L", "không số", "<w:numPr><w:numId w:val='0'/></w:numPr>"),
                Numbered(2, 0, "bốn"),
                Numbered(2, 0, "năm"),
                Numbered(3, 0, "phần"),
                Numbered(9, 0, "danh sách không có")
            ),
            Styles,
            Numbering
        );

        Assert.Equal(
            [
                "I- một",
                "1.1. một một",
                "1.2. một hai",
                "a) chữ",
                "dấu",
                "II- hai",
                "2.1. hai một",
                "không số",
                "IV- bốn",
                "V- năm",
                "Phần một phần",
                "danh sách không có",
            ],
            lines.Select(line => line.Text)
        );
        Assert.Equal("I-", lines[0].Number);
        Assert.Null(lines[4].Number);
    }

    [Fact]
    public async Task Fonts_are_counted_by_their_letters()
    {
        var facts = await Readers.ReadAsync(
            Docxs.Of(
                Docxs.Paragraph("bốn chữ")
                    + $"<w:p>{Docxs.Run("Céng", "<w:rFonts w:ascii='.VnTime'/>")}</w:p>",
                Styles
            ),
            Core.Planning.FileFormat.Docx
        );

        Assert.Equal(
            [new FontUse("Times New Roman", 6), new FontUse(".VnTime", 4)],
            facts.Document!.Fonts
        );
    }

    private static DocumentLine Line(string text) =>
        new(text) { Paragraph = 1, Font = "Times New Roman" };

    private static string Styled(string style, string text, string look = "") =>
        $"<w:p><w:pPr>{(style.Length == 0 ? "" : $"<w:pStyle w:val='{style}'/>")}{look}</w:pPr>{Docxs.Run(text)}</w:p>";

    private static string Numbered(int list, int level, string text) =>
        Styled("", text, $"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>");
}

using Xunit;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>The text of a docx is what a person would read.</summary>
public sealed class DocxTextTests
{
    public static TheoryData<string, string, string[]> Texts =>
        new()
        {
            { "plain", Docxs.Paragraph("Kết quả"), ["Kết quả"] },
            { "NFC", Docxs.Paragraph("Kê\u0301t qua\u0309 e\u0323\u0302"), ["Kết quả ệ"] },
            {
                "tabs and breaks",
                "<w:p><w:r><w:t>I.</w:t><w:tab/><w:t>KẾT QUẢ</w:t><w:br/><w:t>THỰC HIỆN</w:t><w:cr/></w:r></w:p>",
                ["I. KẾT QUẢ THỰC HIỆN"]
            },
            {
                "deleted and inserted",
                $"<w:p>{Docxs.Run("Có ")}<w:del><w:r><w:delText>không </w:delText></w:r></w:del><w:ins>{Docxs.Run("đủ")}</w:ins></w:p>",
                ["Có đủ"]
            },
            {
                "moved",
                $"<w:p><w:moveFrom>{Docxs.Run("Đoạn dời")}</w:moveFrom></w:p><w:p><w:moveTo>{Docxs.Run("Đoạn dời")}</w:moveTo></w:p>",
                ["Đoạn dời"]
            },
            {
                "a deleted end joins two paragraphs",
                $"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{Docxs.Run("Một ")}</w:p><w:p>{Docxs.Run("câu")}</w:p>",
                ["Một câu"]
            },
            {
                "hidden",
                $"<w:p>{Docxs.Run("Thấy")}{Docxs.Run(" ẩn", "<w:vanish/>")}{Docxs.Run(" cũng thấy", "<w:vanish w:val='0'/>")}</w:p>",
                ["Thấy cũng thấy"]
            },
            {
                "a field's result, not its code",
                $"<w:p>{Field("PAGEREF x", "12")}{Docxs.Run(" trang")}</w:p><w:p><w:fldSimple w:instr='DATE'>{Docxs.Run("2025")}</w:fldSimple></w:p>",
                ["12 trang", "2025"]
            },
            {
                "a field within a field",
                $"<w:p>{Begin}{Code("IF ")}{Field("PAGE", "3")}{Code(" = 3")}{Separate}{Docxs.Run("đúng")}{EndField}</w:p>",
                ["đúng"]
            },
            {
                "a contents list as a field over paragraphs",
                $"<w:p>{Begin}{Code("TOC \\o &quot;1-3&quot;")}{Separate}{Docxs.Run("I. Tình hình 1")}</w:p><w:p>{Docxs.Run("II. Kết quả 2")}</w:p><w:p>{EndField}</w:p><w:p>{Docxs.Run("I. Tình hình")}</w:p>",
                ["I. Tình hình"]
            },
            {
                "a contents list in a control",
                $"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>{Docxs.Paragraph("I. Tình hình")}</w:sdtContent></w:sdt>{Docxs.Paragraph("Hết")}",
                ["Hết"]
            },
            {
                "a contents list by hand",
                Docxs.Paragraph("I. Tình hình ........ 12") + Docxs.Paragraph("Đạt 12"),
                ["Đạt 12"]
            },
            {
                "a text box once",
                $"<w:p>{Docxs.Run("Ngoài")}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>{Docxs.Paragraph("Trong khung")}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{Docxs.Paragraph("Trong khung")}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
                ["Trong khung", "Ngoài"]
            },
            {
                "what no program understands",
                $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='own'><w:t>Không ai thấy</w:t></mc:Choice><mc:Fallback><w:t>Thấy</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
                ["Thấy"]
            },
            {
                "a choice that asks for more than any program writes",
                $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='{string.Concat(Enumerable.Repeat("wps ", 300))}'><w:t>Nhiều</w:t></mc:Choice><mc:Fallback><w:t>Thấy</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
                ["Thấy"]
            },
            {
                "drawings have words of their own",
                $"<w:p>{Docxs.Run("Chữ")}<w:r><a:p><a:r><a:t>hình</a:t></a:r></a:p></w:r></w:p>",
                ["Chữ"]
            },
            { "formulas", "<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>", ["x=1"] },
            {
                "controls, links and tables",
                $"<w:sdt><w:sdtContent>{Docxs.Paragraph("Khối")}</w:sdtContent></w:sdt><w:tbl><w:tblPr/><w:tr><w:tc><w:p><w:hyperlink>{Docxs.Run("Ô")}</w:hyperlink></w:p></w:tc></w:tr></w:tbl><w:p><w:smartTag><w:sdt><w:sdtContent>{Docxs.Run("Dòng")}</w:sdtContent></w:sdt></w:smartTag></w:p>",
                ["Khối", "Ô", "Dòng"]
            },
            {
                "characters that no text holds",
                Docxs.Paragraph("a\u00adb\uFEFFc")
                    + "<w:p><w:r><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t></w:r></w:p>",
                ["a\u00adbc", "d-e"]
            },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task It_reads_what_is_seen(string what, string body, string[] lines)
    {
        var read = await Readers.LinesAsync(body);

        Assert.Equal([what, .. lines], read.Select(line => line.Text).Prepend(what));
    }

    private const string Begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>";
    private const string Separate = "<w:r><w:fldChar w:fldCharType='separate'/></w:r>";
    private const string EndField = "<w:r><w:fldChar w:fldCharType='end'/></w:r>";

    private static string Code(string code) => $"<w:r><w:instrText>{code}</w:instrText></w:r>";

    private static string Field(string code, string result) =>
        $"{Begin}{Code(code)}{Separate}{Docxs.Run(result)}{EndField}";
}

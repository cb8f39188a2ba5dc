namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>Writes xlsx files of any cells.</summary>
internal static class Xlsxs
{
    private const string Relation =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A file of one sheet with these rows, and what stands before and behind them.</summary>
    public static byte[] Of(
        string rows,
        string before = "",
        string behind = "",
        string strings = "",
        string styles = "",
        string relations = "",
        params IReadOnlyList<(string Name, string Content)> more
    ) => Of([Sheet(rows, before, behind)], strings, styles, relations, more);

    /// <summary>A file of these sheets; all but the first are hidden.</summary>
    public static byte[] Of(
        IReadOnlyList<string> sheets,
        string strings = "",
        string styles = "",
        string relations = "",
        params IReadOnlyList<(string Name, string Content)> more
    ) =>
        Files.Zip([
            (
                "[Content_Types].xml",
                $"<Types><Override PartName='/xl/workbook.xml' ContentType='{Files.ExcelType}'/></Types>"
            ),
            (
                "_rels/.rels",
                $"<Relationships><Relationship Id='m' Type='{Relation}/officeDocument' Target='/xl/workbook.xml'/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                $"<workbook xmlns='{Main}' xmlns:r='{Relation}'><sheets>{string.Concat(sheets.Select((_, i) => $"<sheet name='Bảng {i + 1}' sheetId='{i + 1}' r:id='s{i}'{(i == 0 ? "" : " state='veryHidden'")}/>"))}</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                $"<Relationships><Relationship Id='t' Type='{Relation}/sharedStrings' Target='sharedStrings.xml'/><Relationship Id='y' Type='{Relation}/styles' Target='styles.xml'/>{string.Concat(sheets.Select((_, i) => $"<Relationship Id='s{i}' Type='{Relation}/worksheet' Target='worksheets/sheet{i}.xml'/>"))}{relations}</Relationships>"
            ),
            ("xl/sharedStrings.xml", $"<sst xmlns='{Main}'>{strings}</sst>"),
            ("xl/styles.xml", $"<styleSheet xmlns='{Main}'>{styles}</styleSheet>"),
            .. sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i}.xml", sheet)),
            .. more,
        ]);

    /// <summary>A sheet with these rows, and what stands before and behind them.</summary>
    public static string Sheet(string rows, string before = "", string behind = "") =>
        $"<worksheet xmlns='{Main}'>{before}<sheetData>{rows}</sheetData>{behind}</worksheet>";

    /// <summary>The first row with this cell in it.</summary>
    public static string Row(string cells) => $"<row r='1'>{cells}</row>";
}

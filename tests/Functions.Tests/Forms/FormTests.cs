using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ProgramReview.Core.Planning;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ProgramReview.Functions.Tests.Forms;

public sealed class FormTests
{
    /// <summary>Every sample in every language.</summary>
    public static TheoryData<string, Language> Samples =>
        new(
            FormSample.All.Keys.SelectMany(name =>
                Enum.GetValues<Language>().Select(language => (name, language))
            )
        );

    public static TheoryData<string> Hostile => [.. FormSample.Hostile];

    [Theory, MemberData(nameof(Samples))]
    public void The_outline_is_a_valid_document(string name, Language language)
    {
        var (plan, id) = FormSample.All[name];

        using var document = Word(FormSample.Outline(plan, id, language));

        Assert.Empty(Faults(document));
    }

    [Theory, MemberData(nameof(Samples))]
    public void The_annex_is_a_valid_workbook(string name, Language language)
    {
        var (plan, id) = FormSample.All[name];

        using var workbook = Excel(FormSample.Annex(plan, id, language));

        Assert.Empty(Faults(workbook));
    }

    [Theory, MemberData(nameof(Hostile))]
    public void Nothing_of_a_plan_becomes_more_than_text(string text)
    {
        var plan = FormSample.Harmful(text);
        var bytes = FormSample.Annex(plan, FormSample.Agency, Language.Vi);
        using var workbook = Excel(bytes);
        using var document = Word(FormSample.Outline(plan, FormSample.Agency, Language.Vi));
        var cells = workbook
            .WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>())
            .ToList();

        Assert.Empty(Faults(workbook));
        Assert.Empty(Faults(document));
        Assert.All(cells, cell => Assert.Null(cell.CellFormula));
        Assert.All(
            cells.Where(cell => cell.CellValue is not null),
            cell =>
                Assert.True(
                    decimal.TryParse(
                        cell.CellValue!.Text,
                        NumberStyles.Float,
                        CultureInfo.InvariantCulture,
                        out _
                    )
                )
        );
        // A file of texts and numbers alone: nothing in it leads anywhere.
        Assert.All(Relationships(bytes), target => Assert.DoesNotContain("example.com", target));
        Assert.Equal(
            ["Phụ lục số liệu", "ids"],
            workbook.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value)
        );
        Assert.Empty(document.MainDocumentPart!.HyperlinkRelationships);
    }

    // In Office a name like _x0041_ in a text is the letter A.
    [Fact]
    public void What_looks_like_an_escape_is_told_as_it_stands()
    {
        using var workbook = Excel(
            FormSample.Annex(FormSample.Harmful("_x0041_"), FormSample.District, Language.Vi)
        );

        var body = Visible(workbook).Descendants<Row>().ElementAt(2).Elements<Cell>().ElementAt(1);

        Assert.Equal("_x005F_x0041_", body.InlineString!.InnerText);
    }

    [Fact]
    public void A_section_is_found_by_its_code_and_by_its_level()
    {
        using var document = Word(
            FormSample.Outline(FormSample.Hanoi, FormSample.District, Language.Hi)
        );
        var type = FormSample.Hanoi.ReportTypes.Single(type => type.Code == "district");
        var main = document.MainDocumentPart!;

        var headings = main.Document!.Descendants<W.Paragraph>()
            .Where(one => one.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading1")
            .ToList();

        Assert.Equal(
            type.Outline.Select(section => section.Code),
            headings.Select(heading => heading.Descendants<W.Tag>().Single().Val?.Value)
        );
        Assert.Equal(
            type.Outline.Select((section, i) => $"{Roman[i]}- {section.Hi}"),
            headings.Select(heading => heading.InnerText)
        );
        var style = main.StyleDefinitionsPart!.Styles!.Elements<W.Style>()
            .Single(style => style.StyleId == "Heading1");
        Assert.Equal(0, style.StyleParagraphProperties!.OutlineLevel!.Val!.Value);
    }

    [Fact]
    public void Hints_go_when_somebody_writes_and_headings_stay()
    {
        using var document = Word(
            FormSample.Outline(FormSample.Hanoi, FormSample.District, Language.En)
        );

        var controls = document.MainDocumentPart!.Document!.Descendants<W.SdtRun>().ToList();
        var hints = controls
            .Where(one => one.SdtProperties!.GetFirstChild<W.ShowingPlaceholder>() is not null)
            .ToList();

        Assert.All(
            hints,
            hint => Assert.NotNull(hint.SdtProperties!.GetFirstChild<W.TemporarySdt>())
        );
        Assert.All(
            controls.Except(hints),
            heading => Assert.Null(heading.SdtProperties!.GetFirstChild<W.TemporarySdt>())
        );
        Assert.Contains(
            "Write this section here. It is required. At least 200 letters.",
            hints.Select(hint => hint.InnerText)
        );
    }

    [Theory]
    [InlineData(DocumentStyle.Party, "Đảng Cộng sản Việt Nam", "Số …-BC/…")]
    [InlineData(DocumentStyle.State, "Độc lập - Tự do - Hạnh phúc", "Số: …/BC-…")]
    public void The_head_is_that_of_the_bodys_rules(
        DocumentStyle style,
        string right,
        string number
    )
    {
        using var document = Word(
            FormSample.Outline(FormSample.Large(style), FormSample.District, Language.Vi)
        );

        var head = document
            .MainDocumentPart!.Document!.Descendants<W.Table>()
            .First()
            .Descendants<W.Paragraph>()
            .Select(line => line.InnerText)
            .ToList();

        Assert.Equal("Thành ủy Hà Nội", head[0]);
        Assert.Contains(right, head);
        Assert.Contains(number, head);
        Assert.Equal(style == DocumentStyle.Party, head.Contains("*"));
    }

    [Fact]
    public void The_title_says_once_that_it_is_a_report()
    {
        using var document = Word(
            FormSample.Outline(FormSample.Hanoi, FormSample.Agency, Language.Vi)
        );

        var titles = document
            .MainDocumentPart!.Document!.Descendants<W.Paragraph>()
            .Where(one =>
                one.ParagraphProperties?.ParagraphStyleId?.Val?.Value is "Title" or "Subtitle"
            )
            .Select(one => one.InnerText);

        Assert.Equal(["Báo cáo", "Tổng hợp tổng kết Chương trình số 01-CTr/TU"], titles);
    }

    [Fact]
    public void What_nobody_sees_says_whose_annex_it_is_and_what_it_was_made_from()
    {
        using var workbook = Excel(
            FormSample.Annex(FormSample.Hanoi, FormSample.District, Language.Vi)
        );
        var definition = AnnexDefinition.Of(new PlanLookup(FormSample.Hanoi), FormSample.District);
        var hidden = workbook
            .WorkbookPart!.Workbook!.Descendants<Sheet>()
            .Single(sheet => sheet.State?.Value == SheetStateValues.VeryHidden);
        var lines = ((WorksheetPart)workbook.WorkbookPart.GetPartById(hidden.Id!.Value!))
            .Worksheet!.Descendants<Row>()
            .Select(row => string.Join(' ', row.Elements<Cell>().Select(cell => cell.InnerText)))
            .ToList();

        Assert.Contains($"assignment {FormSample.District}", lines);
        Assert.Contains($"annex {definition.Hash}", lines);
        Assert.Equal(
            definition.Rows.Select(row => $"row {row.Indicator.Code}"),
            lines.Where(line => line.StartsWith("row ", StringComparison.Ordinal))
        );
        Assert.Contains("column value/m9-2024", lines);
        var properties = workbook.CustomFilePropertiesPart!.Properties!.Elements().ToList();
        Assert.Contains(properties, one => one.InnerText == definition.Hash);
    }

    [Fact]
    public void Rows_and_columns_keep_their_codes_where_they_are_moved()
    {
        using var workbook = Excel(
            FormSample.Annex(FormSample.Hanoi, FormSample.District, Language.Vi)
        );
        var sheet = Visible(workbook);
        var rows = sheet.Descendants<Row>().ToList();

        Assert.True(rows[0].Hidden!.Value);
        Assert.True(sheet.Descendants<Column>().First().Hidden!.Value);
        Assert.Contains("value/y2021", rows[0].Elements<Cell>().Select(cell => cell.InnerText));
        Assert.Equal("members", rows[6].Elements<Cell>().First().InnerText);
    }

    [Fact]
    public void Only_what_the_body_writes_is_open_and_the_protection_has_no_password()
    {
        using var workbook = Excel(
            FormSample.Annex(FormSample.Hanoi, FormSample.Agency, Language.Vi)
        );
        var formats = workbook
            .WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>()
            .ToList();
        var sheet = Visible(workbook);
        var rows = sheet.Descendants<Row>().ToList();
        var codes = rows[0]
            .Elements<Cell>()
            .ToDictionary(cell => cell.CellReference!.Value!.TrimEnd('1'), cell => cell.InnerText);

        var protection = sheet.Elements<SheetProtection>().Single();
        Assert.True(protection.Sheet!.Value);
        Assert.Null(protection.Password);
        Assert.Null(protection.HashValue);
        Assert.All(
            rows.Skip(6).SelectMany(row => row.Elements<Cell>()),
            cell =>
            {
                var code = codes[cell.CellReference!.Value!.TrimEnd([.. "0123456789"])];
                var isOpen =
                    formats[(int)cell.StyleIndex!.Value].Protection?.Locked?.Value == false;
                Assert.Equal(
                    code.StartsWith("value/", StringComparison.Ordinal)
                        || code.StartsWith("preliminary/", StringComparison.Ordinal)
                        || code is "reason" or "remark",
                    isOpen
                );
            }
        );
    }

    [Fact]
    public void Lists_and_hints_keep_to_what_programs_take()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            using var workbook = Excel(
                FormSample.Annex(
                    FormSample.Large(DocumentStyle.Party),
                    FormSample.District,
                    language
                )
            );
            var rules = Visible(workbook).Descendants<DataValidation>().ToList();

            Assert.Equal(2, rules.Count(rule => rule.Type!.Value == DataValidationValues.List));
            Assert.All(rules, rule => Assert.InRange(rule.Prompt!.Value!.Length, 1, 255));
            Assert.All(rules, rule => Assert.InRange(rule.Formula1!.Text.Length, 1, 255));
            Assert.All(
                workbook.WorkbookPart!.Workbook!.Descendants<Sheet>(),
                sheet => Assert.InRange(sheet.Name!.Value!.Length, 1, 31)
            );
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void The_same_plan_and_body_give_the_same_bytes_wherever_they_are_made(
        string name,
        Language language
    )
    {
        var (plan, id) = FormSample.All[name];
        var before = CultureInfo.CurrentCulture;
        try
        {
            var made = Countries
                .Select(culture =>
                {
                    CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                    return (
                        Convert.ToHexString(FormSample.Outline(plan, id, language)),
                        Convert.ToHexString(FormSample.Annex(plan, id, language))
                    );
                })
                .Distinct();

            Assert.Single(made);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static WordprocessingDocument Word(byte[] bytes) =>
        WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static SpreadsheetDocument Excel(byte[] bytes) =>
        SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static Worksheet Visible(SpreadsheetDocument workbook) =>
        ((WorksheetPart)workbook.WorkbookPart!.GetPartById("visible")).Worksheet!;

    private static List<string> Faults(OpenXmlPackage package) =>
        [
            .. new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(package, TestContext.Current.CancellationToken)
                .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"),
        ];

    private static List<string> Relationships(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return
        [
            .. zip
                .Entries.Where(part => part.FullName.EndsWith(".rels", StringComparison.Ordinal))
                .SelectMany(part =>
                {
                    using var stream = part.Open();
                    var xml = new XmlDocument();
                    xml.Load(stream);
                    return xml.GetElementsByTagName("Relationship")
                        .Cast<XmlElement>()
                        .Select(one => one.OuterXml)
                        .ToList();
                }),
        ];
    }

    private static readonly string[] Countries = ["en-US", "vi-VN", "hi-IN", "tr-TR", "fa-IR"];

    private static readonly string[] Roman = ["I", "II", "III", "IV", "V"];
}

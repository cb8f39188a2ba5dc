using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.Logging.Abstractions;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Tests.Forms;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ProgramReview.Functions.Tests.Checking;

/// <summary>Through real bytes: our own forms, filled in, are read without a finding, and a fault in them is found where it is.</summary>
public sealed class FilledFormTests
{
    private static readonly PlanLookup Plan = new(FormSample.Hanoi);

    private static readonly string[] Reports =
    [
        "ba-dinh.district",
        "organisation.r6",
        "council.r1",
    ];

    public static TheoryData<string, Language> Filled =>
        new(
            Reports.SelectMany(whose =>
                Enum.GetValues<Language>().Select(language => (whose, language))
            )
        );

    [Theory, MemberData(nameof(Filled))]
    public async Task A_form_that_is_filled_in_has_no_finding(string whose, Language language)
    {
        var id = Of(whose);

        Assert.Empty(await FindAsync(id, "report", Outline(id, language)));
        Assert.Empty(await FindAsync(id, "annex", Annex(id, language)));
    }

    [Fact]
    public async Task What_LibreOffice_saves_of_it_has_none_either()
    {
        var id = FormSample.District;
        var report = await LibreOffice.SaveAsync(Outline(id, Language.Vi), "docx", "docx");
        var annex = await LibreOffice.SaveAsync(Annex(id, Language.Vi), "xlsx", "xlsx");

        Assert.Empty(await FindAsync(id, "report", report));
        Assert.Empty(await FindAsync(id, "annex", annex));
    }

    [Theory]
    [InlineData(Language.Vi)]
    [InlineData(Language.En)]
    [InlineData(Language.Hi)]
    public async Task An_empty_form_lacks_everything(Language language)
    {
        var id = FormSample.District;
        var report = await FindAsync(
            id,
            "report",
            FormSample.Outline(FormSample.Hanoi, id, language)
        );
        var annex = await FindAsync(id, "annex", FormSample.Annex(FormSample.Hanoi, id, language));
        var asked = AnnexDefinition.Of(Plan, id);

        Assert.Equal(
            ["section-empty 5", "dispatch-number-missing 1", "dispatch-date-missing 1"],
            Counted(report)
        );
        Assert.Equal([$"value-missing {asked.Rows.Count * asked.Periods.Count}"], Counted(annex));
    }

    [Fact]
    public async Task A_fault_in_the_report_is_found_in_its_section()
    {
        var id = FormSample.District;
        var report = Outline(
            id,
            Language.Vi,
            body =>
                body.Elements<W.Paragraph>()
                    .Last(one =>
                        one.InnerText.StartsWith("Ban Thường vụ", StringComparison.Ordinal)
                    )
                    .Remove()
        );

        var found = Assert.Single(await FindAsync(id, "report", report));

        Assert.Equal(("section-empty", "orientation"), (found.Code, found.Place?.Section));
    }

    [Fact]
    public async Task A_fault_in_the_annex_is_found_in_its_cell()
    {
        var id = FormSample.District;
        var annex = Annex(
            id,
            Language.Vi,
            data =>
            {
                var row = data.Elements<Row>()
                    .First(one =>
                        one.Elements<Cell>().FirstOrDefault()?.InnerText == "new-members"
                    );
                // The first is that of the target.
                var cell = row.Elements<Cell>()
                    .Where(one => one.CellValue?.Text == "10000")
                    .ElementAt(1);
                cell.DataType = CellValues.String;
                cell.CellValue = new CellValue("khoảng 900");
            }
        );

        var found = Assert.Single(await FindAsync(id, "annex", annex));

        Assert.Equal(
            ("value-not-a-number", "new-members", "y2021"),
            (found.Code, found.Place?.Indicator, found.Place?.Period)
        );
        Assert.Matches("^[A-Z]+[0-9]+$", found.Place?.Cell);
    }

    private static AssignmentId Of(string whose) =>
        Plan.Assignments.First(id => $"{id.Body}.{id.ReportType}" == whose);

    private static byte[] Outline(
        AssignmentId id,
        Language language,
        Action<W.Body>? change = null
    ) => FilledForm.Outline(FormSample.Outline(FormSample.Hanoi, id, language), change);

    private static byte[] Annex(
        AssignmentId id,
        Language language,
        Action<SheetData>? change = null
    ) =>
        FilledForm.Annex(
            FormSample.Annex(FormSample.Hanoi, id, language),
            AnnexDefinition.Of(Plan, id),
            change
        );

    private static async Task<IReadOnlyList<Finding>> FindAsync(
        AssignmentId id,
        string part,
        byte[] bytes
    )
    {
        using var content = new MemoryStream(bytes);
        var read = await FileCheck.ReadAsync(
            new ContentReader(new ReadingLimits(), NullLogger<ContentReader>.Instance),
            content,
            TestContext.Current.CancellationToken
        );
        return FileCheck
            .Judge(Plan, id, Plan.ReportType(id.ReportType).FindPart(part)!, read)
            .Findings;
    }

    private static IEnumerable<string> Counted(IReadOnlyList<Finding> findings) =>
        findings.CountBy(finding => finding.Code).Select(count => $"{count.Key} {count.Value}");
}

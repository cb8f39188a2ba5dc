using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;
using Xunit;

namespace ProgramReview.Functions.Tests.Planning;

/// <summary>How plan files say what reports consist of and which figures they hold.</summary>
public sealed class PlanFiguresFileTests
{
    /// <summary>One text of the template, what stands there instead, the path of the fault, a piece of what it says.</summary>
    public static TheoryData<string, string, string, string> Changes =>
        new()
        {
            {
                "code: unit, style: state",
                "code: unit, style: Soviet",
                "kinds[1].style",
                "Write one of state, party"
            },
            {
                "code: unit, style: state",
                "code: ward, style: state",
                "kinds[1].code",
                "kind 'ward'"
            },
            {
                "      required: true",
                "      required: yes",
                "outlines.standard[0].required",
                "Write true or false"
            },
            {
                "      tooShort: 200",
                "      tooShort: few",
                "outlines.standard[0].tooShort",
                "whole number"
            },
            {
                "      tooShort: 200",
                "      tooShort: 0",
                "reportTypes[0].outline[0].tooShort",
                "out of range"
            },
            {
                "  section-out-of-order: info",
                "  section-out-of-ordr: info",
                "checks.section-out-of-ordr",
                "'section-out-of-order' is meant"
            },
            {
                "  section-out-of-order: info",
                "  section-out-of-order: warning",
                "checks.section-out-of-order",
                "Write one of info, query, error, blocker"
            },
            {
                "  section-out-of-order: info",
                "  content-damaged: query",
                "checks.content-damaged",
                "error or blocker"
            },
            {
                "  section-out-of-order: info",
                "  content-locked: off",
                "checks.content-locked",
                "error or blocker"
            },
            {
                "unexplained: counts",
                "unexplained: drops",
                "unexplained",
                "Write one of counts, holds"
            },
            { "checkWait: 30s", "checkWait: 0s", "checkWait", "up to 1d" },
            { "checkWait: 30s", "checkWait: 25h", "checkWait", "up to 1d" },
            { "corrections: 5s", "corrections: 0s", "corrections", "up to 30d" },
            { "corrections: 5s", "corrections: 31d", "corrections", "up to 30d" },
            { "corrections: 5s", "#", "correctable", "or neither" },
            { "correctable: [", "#", "corrections", "or neither" },
            {
                "correctable: [section-too-short",
                "correctable: [section-too-long",
                "correctable[0]",
                "docs/checks.md"
            },
            {
                "correctable: [section-too-short",
                "correctable: [content-damaged",
                "correctable[0]",
                "weigh it less"
            },
            {
                "    - code: results",
                "    - cod: results",
                "outlines.standard[1].cod",
                "'code' is meant"
            },
            {
                "    - code: results",
                "    - code: leadership",
                "reportTypes[0].outline[1].code",
                "taken by"
            },
            {
                "synonyms: [Phần I,",
                "synonyms: [Kết quả,",
                "reportTypes[0].outline[0].synonyms[0]",
                "stands at"
            },
            {
                "    actualTo: 2023-12-31",
                "    actualTo: 2023",
                "periods[0].actualTo",
                "not a day"
            },
            {
                "    actualTo: 2023-12-31",
                "    actualTo: 2024-12-31",
                "periods[1]",
                "order in which they end"
            },
            {
                "    actualTo: 2023-12-31",
                "    until: 2023-12-31",
                "periods[0].until",
                "not known"
            },
            {
                "    actualTo: 2023-12-31",
                "",
                "periods[0].actualTo",
                "'actualTo' or 'estimateTo' is missing"
            },
            {
                "    actualTo: 2023-12-31",
                "    actualTo: 2023-12-31\n    estimateTo: 2023-12-31",
                "periods[0].estimateTo",
                "cannot both be said"
            },
            {
                "    kind: count",
                "    kind: number",
                "indicators[0].kind",
                "count, amount, percent, score, rank"
            },
            { "    rollUp: sum", "    rollUp: mean", "indicators[0].rollUp", "Write sum, none or" },
            {
                "    rollUp: { weightedBy: staff }",
                "    rollUp: { by: staff }",
                "indicators[1].rollUp.by",
                "not known"
            },
            {
                "    rollUp: { weightedBy: staff }",
                "    rollUp: { weightedBy: people }",
                "indicators[1].rollUp.weightedBy",
                "no indicator 'people'"
            },
            {
                "    rollUp: { weightedBy: staff }",
                "    rollUp: { weightedBy: trained }",
                "indicators[1].rollUp.weightedBy",
                "weighs itself"
            },
            {
                "    rollUp: { weightedBy: staff }",
                "    rollUp: sum",
                "indicators[1].rollUp",
                "cannot be added"
            },
            {
                "    askedOf: [kind: unit, summary]",
                "    askedOf: [kind: ward]",
                "indicators[0].askedOf[0].kind",
                "kind 'ward'"
            },
            {
                "    askedOf: [kind: unit, summary]",
                "    askedOf: [summery]",
                "indicators[0].askedOf[0]",
                "no report type 'summery'"
            },
            {
                "    askedOf: [kind: unit, summary]",
                "    askedOf: []",
                "indicators[0].askedOf",
                "asked of nobody"
            },
            { "    max: 100", "    max: 1e2", "indicators[1].max", "not a number" },
            { "    max: 100", "    max: \"100,0\"", "indicators[1].max", "not a number" },
            {
                "    direction: up",
                "    direction: better",
                "indicators[1].direction",
                "Write one of up, down"
            },
            { "    direction: up", "", "indicators[1].target", "direction" },
            { "    target: 80", "    target: 101", "indicators[1].target", "no value" },
            {
                "period: y2023, value: 41.5",
                "period: y2020, value: 41.5",
                "indicators[1].earlier[0].period",
                "no period 'y2020'"
            },
            {
                "period: y2023, value: 41.5",
                "period: y2023, value: 141.5",
                "indicators[1].earlier[0].value",
                "cannot have"
            },
            { "body: north }", "body: west }", "indicators[1].earlier[0].body", "no body 'west'" },
            { "source: \"T-01/BC\", ", "", "indicators[1].earlier[0].source", "missing" },
            {
                "  figures: everybody",
                "  figures: nobody",
                "publication.figures",
                "participants, everybody"
            },
            { "  openFor: 30s", "  openFor: 400d", "publication.openFor", "at most 366d" },
            {
                "part: report, readBy: everybody",
                "part: letter, readBy: everybody",
                "publication.readers[0].part",
                "Name one of report"
            },
            {
                "section: results, readBy",
                "section: result, readBy",
                "publication.readers[1].section",
                "Name one of leadership, results"
            },
            {
                "section: results, readBy",
                "part: report, section: results, readBy",
                "publication.readers[1].section",
                "cannot both be said"
            },
            {
                "      kind: annex",
                "      kind: table",
                "parts.standard[1].kind",
                "report, annex, scan"
            },
            {
                "      kind: annex\n      formats: [xlsx]",
                "      kind: annex\n      formats: [pdf]",
                "reportTypes[0].parts[1].formats[0]",
                "Choose among xlsx, xls"
            },
            {
                "      kind: scan\n      formats: [pdf]",
                "      kind: annex\n      formats: [xls]",
                "reportTypes[0].parts[2].kind",
                "has an annex already"
            },
            {
                "    - code: annex",
                "    - code: report",
                "reportTypes[0].parts[1].code",
                "taken by"
            },
            {
                "    parts: standard",
                "    parts: standart",
                "reportTypes[0].parts",
                "'standard' is meant"
            },
            {
                "    # At most 256 MiB a file.",
                "    formats: [pdf]",
                "reportTypes[0].formats",
                "Each part says"
            },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_fault_is_found_on_its_line(string old, string changed, string path, string says)
    {
        var at = PlanText.Template.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at > 0, $"The template has no '{old}'.");
        var yaml = $"{PlanText.Template[..at]}{changed}{PlanText.Template[(at + old.Length)..]}";

        var reading = PlanFile.Read(yaml, "plan.yaml", PlanText.Start);

        Assert.False(reading.IsValid);
        var fault = Assert.Single(
            reading.Faults,
            fault =>
                fault.Path == path
                && (
                    fault.Message.Contains(says, StringComparison.Ordinal)
                    || fault.Remedy.Contains(says, StringComparison.Ordinal)
                )
        );
        var first = yaml[..at].Count(c => c == '\n') + 1;
        // What is missing is told at the map that lacks it, and what contradicts what went before at the second.
        Assert.InRange(fault.Line, first - 7, first + 6);
    }

    [Fact]
    public void A_fault_of_a_shared_outline_is_told_once_where_the_outline_stands()
    {
        var yaml = PlanText.Template.Replace(
            "    - code: results",
            "    - code: Results",
            StringComparison.Ordinal
        );

        var fault = Assert.Single(
            PlanFile.Read(yaml, "plan.yaml", PlanText.Start).Faults,
            fault => fault.Message.Contains("is not a code", StringComparison.Ordinal)
        );

        Assert.Equal(PlanText.LineOf(yaml, "- code: Results"), fault.Line);
    }

    [Fact]
    public void A_section_that_is_a_title_alone_is_told_and_not_looked_for()
    {
        var section = HanoiPlanTests
            .Valid(PlanFile.Read(FrozenPlan.Text, "plan.yaml", PlanText.Start))
            .ReportTypes[0]
            .Outline[3];

        Assert.Equal("Bài học kinh nghiệm", section.Title.Vi);
        Assert.Null(section.Code);
        Assert.Null(section.Required);
    }

    [Fact]
    public void A_section_with_a_code_is_required_unless_it_says_otherwise()
    {
        var outline = HanoiPlanTests
            .Valid(PlanFile.Read(PlanText.Template, "plan.yaml", PlanText.Start))
            .ReportTypes[0]
            .Outline;

        Assert.Equal([true, true, true, false], outline.Select(section => section.Required));
        Assert.Equal(["Phần I", "I-", "1."], outline[0].Synonyms!);
        Assert.Equal(200, outline[0].TooShort);
        Assert.Null(outline[1].TooShort);
    }

    [Theory]
    [InlineData("41.50", "41.5")]
    [InlineData("41.0", "41")]
    [InlineData("040", "40")]
    public void Zeros_that_say_nothing_change_nothing(string written, string read)
    {
        var plan = HanoiPlanTests.Valid(
            PlanFile.Read(
                PlanText.Template.Replace(
                    "value: 41.5",
                    $"value: {written}",
                    StringComparison.Ordinal
                ),
                "plan.yaml",
                PlanText.Start
            )
        );

        Assert.Equal(read, FormattableString.Invariant($"{plan.Indicators![1].Earlier[0].Value}"));
    }

    [Fact]
    public void A_report_in_parts_takes_the_formats_of_all_of_them()
    {
        var type = HanoiPlanTests
            .Valid(PlanFile.Read(PlanText.Template, "plan.yaml", PlanText.Start))
            .ReportTypes[0];

        Assert.Equal(["report", "annex", "signed"], type.Parts!.Select(part => part.Code));
        Assert.Equal([true, true, false], type.Parts!.Select(part => part.Required));
        Assert.Equal([FileFormat.Pdf, FileFormat.Docx, FileFormat.Xlsx], type.Formats);
    }
}

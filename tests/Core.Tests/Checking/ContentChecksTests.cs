using ProgramReview.Core.Checking;
using ProgramReview.Core.Checking.Pair;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Checking.Planted;
using Xunit;

namespace ProgramReview.Core.Tests.Checking;

public sealed class ContentChecksTests
{
    private static readonly PlanLookup Plan = PlantedPlan.Lookup;

    [Fact]
    public void Every_check_in_the_catalogue_has_one_rule_and_every_rule_its_check() =>
        Assert.Equal(
            CheckCatalogue.All.Select(check => check.Code).Order(),
            ContentChecks
                .All.Select(rule => rule.Definition.Code)
                .Append(FigureDiffersRule.Definition.Code)
                .Order()
        );

    [Fact]
    public void Every_rule_is_made()
    {
        var made = ContentChecks.All.Select(rule => rule.GetType()).ToHashSet();

        Assert.All(
            typeof(ContentRule)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(ContentRule)) && !type.IsAbstract),
            type => Assert.Contains(type, made)
        );
    }

    [Theory]
    [InlineData(
        "report",
        "section-missing active-macro content-damaged figure-differs",
        "value-missing active-external-workbook"
    )]
    [InlineData(
        "annex",
        "value-missing active-external-workbook content-damaged figure-differs legacy-encoding",
        "section-missing active-javascript text-missing"
    )]
    [InlineData(
        "signed",
        "content-damaged active-javascript",
        "section-missing value-missing text-missing active-macro figure-differs"
    )]
    public void What_is_looked_at_is_told_beforehand(string part, string told, string untold)
    {
        var codes = Told(Plan, part);

        Assert.All(told.Split(' '), code => Assert.Contains(code, codes));
        Assert.All(untold.Split(' '), code => Assert.DoesNotContain(code, codes));
    }

    [Fact]
    public void Nobody_is_told_of_figures_who_is_asked_for_none()
    {
        var plan = new PlanLookup(Plan.Plan with { Indicators = null, Periods = null });

        Assert.DoesNotContain(
            Told(plan, "annex"),
            code => code.StartsWith("value-", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("figure-differs", Told(plan, "report"));
    }

    [Fact]
    public void A_check_weighs_what_the_plan_says_and_one_that_is_off_is_not_made()
    {
        var plan = new PlanLookup(
            Plan.Plan with
            {
                Checking = new CheckingPlan
                {
                    Weights = [new("section-empty", Severity.Info), new("section-missing", null)],
                },
            }
        );
        var report = new WrittenReport(Language.Vi, 1);
        report.Sections[0].Body = [];
        report.Sections.RemoveAt(4);

        Assert.Equal(
            ["section-empty Info"],
            Found(plan, "report", new ContentFacts { Reader = 1, Document = report.Facts() })
        );
        Assert.DoesNotContain("section-missing", Told(plan, "report"));
    }

    [Fact]
    public void The_heaviest_comes_first() =>
        Assert.Equal(
            ["content-damaged Blocker", "active-macro Error", "active-embedded-object Query"],
            Found(
                Plan,
                "report",
                new ContentFacts
                {
                    Reader = 1,
                    Fault = ReadingFault.Damaged,
                    Active =
                    [
                        new ActiveContent(ActiveContentKind.EmbeddedObject, "a"),
                        new ActiveContent(ActiveContentKind.Macro, "b"),
                    ],
                }
            )
        );

    [Theory]
    [InlineData("report", "text-missing Query")]
    [InlineData("signed", null)]
    public void A_scan_is_asked_about_where_text_was_expected(string part, string? found) =>
        Assert.Equal(
            found is null ? [] : [found],
            Found(
                Plan,
                part,
                new ContentFacts
                {
                    Reader = 1,
                    Document = new DocumentFacts
                    {
                        Lines = [],
                        Pages = 3,
                        PicturePages = [1, 2, 3],
                    },
                }
            )
        );

    private static IReadOnlyList<string> Told(PlanLookup plan, string part) =>
        [
            .. ContentChecks
                .RulesFor(plan, PlantedPlan.Assignment, PlantedPlan.Report.FindPart(part)!)
                .Select(check => check.Code),
        ];

    private static IEnumerable<string> Found(PlanLookup plan, string part, ContentFacts facts) =>
        ContentChecks
            .Run(
                new CheckSubject(
                    plan,
                    PlantedPlan.Assignment,
                    PlantedPlan.Report.FindPart(part)!,
                    facts
                )
            )
            .Select(finding => $"{finding.Code} {finding.Severity}");
}

using ProgramReview.Core.Events;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Figures.Consistency;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Planning;
using Xunit;
using static ProgramReview.Core.Tests.Figures.Consistency.SmallWorld;

namespace ProgramReview.Core.Tests.Figures.Consistency;

public sealed class ConsistencyRuleTests
{
    private static readonly Indicator Money = Count with
    {
        Code = "money",
        Kind = IndicatorKind.Amount,
        Decimals = 2,
    };

    private static readonly Indicator Share = Count with
    {
        Code = "share",
        Kind = IndicatorKind.Percent,
        Decimals = 2,
        RollUp = RollUp.Weighted,
        WeightedBy = "count",
    };

    private static readonly Indicator Since = Count with { Code = "since", Cumulative = true };

    private static readonly Indicator Aimed = Count with
    {
        Code = "aimed",
        Direction = IndicatorDirection.Up,
        Target = 100,
    };

    private static readonly Indicator Feared = Aimed with
    {
        Code = "feared",
        Direction = IndicatorDirection.Down,
    };

    private static readonly Indicator Score = Count with
    {
        Code = "score",
        Kind = IndicatorKind.Score,
        Decimals = 1,
        RollUp = RollUp.None,
    };

    [Theory]
    [InlineData("the same", "", "north count: 30", "a count: 10", "b count: 20")]
    [InlineData(
        "a count is exact",
        "between-parent north count y2021",
        "north count: 31",
        "a count: 10",
        "b count: 20"
    )]
    [InlineData("one below has not told", "", "north count: 31", "a count: 10")]
    [InlineData(
        "a part that is more than the whole",
        "between-parent north count y2021",
        "north count: 31",
        "a count: 40"
    )]
    [InlineData("nobody below", "", "a count: 10")]
    [InlineData(
        "zero is a value",
        "between-parent north count y2021",
        "north count: 30",
        "a count: 10",
        "b count: 0"
    )]
    [InlineData("within rounding", "", "north money: 30.1", "a money: 10.05", "b money: 20")]
    [InlineData(
        "beyond rounding",
        "between-parent north money y2021",
        "north money: 30.2",
        "a money: 10.05",
        "b money: 20.05"
    )]
    [InlineData(
        "a mean is weighed",
        "",
        "north count: 40",
        "a count: 10",
        "b count: 30",
        "north share: 75.00",
        "a share: 60.00",
        "b share: 80.00"
    )]
    [InlineData(
        "shares are not added",
        "between-parent north share y2021",
        "north count: 40",
        "a count: 10",
        "b count: 30",
        "north share: 70.00",
        "a share: 60.00",
        "b share: 80.00"
    )]
    [InlineData(
        "a mean of what nothing weighs",
        "",
        "north share: 70.00",
        "a share: 60.00",
        "b share: 80.00"
    )]
    [InlineData(
        "the whole",
        "between-parent ~ count y2021",
        "summary count: 50",
        "north count: 40"
    )]
    [InlineData("the whole, told right", "", "summary count: 40", "north count: 40")]
    [InlineData("scores make nothing together", "", "north score: 5", "a score: 70", "b score: 80")]
    public void A_parent_is_held_against_those_below(
        string what,
        string found,
        params string[] told
    ) => Same(what, found, told);

    [Theory]
    [InlineData(
        "two reports of one body",
        "between-twice-told north count y2022",
        "north count: 5, 6",
        "north/second count: 5, 7"
    )]
    [InlineData(
        "two bodies about the whole",
        "between-twice-told ~ count y2021",
        "city count: 5",
        "summary count: 6"
    )]
    [InlineData(
        "one more exactly than the other",
        "",
        "north money: 5.1",
        "north/second money: 5.14"
    )]
    [InlineData(
        "no rounding of the other",
        "between-twice-told north money y2021",
        "north money: 5.1",
        "north/second money: 5.16"
    )]
    [InlineData("only one tells", "", "north count: 5, -", "north/second count: -, 7")]
    public void The_same_is_told_twice(string what, string found, params string[] told) =>
        Same(what, found, told);

    [Theory]
    [InlineData("grows", "", "a since: 1, 1, 3, 3, 4, 5")]
    [InlineData("falls", "between-falls a since y2023", "a since: 1, 4, 3")]
    [InlineData(
        "is held against the highest before",
        "between-falls a since y2023|between-falls a since m9",
        "a since: 1, 9, 3, 4"
    )]
    [InlineData("over a gap", "between-falls a since m9", "a since: 5, -, -, 4")]
    [InlineData(
        "in two reports",
        "between-falls north since y2023",
        "north since: 5, 6, -",
        "north/second since: -, -, 4"
    )]
    [InlineData("an estimate falls too", "between-falls a since e2024", "a since: 1, 2, 3, 4, 3")]
    [InlineData("what does not count from the start may fall", "", "a count: 9, 3, 4")]
    public void What_counts_from_the_start_never_falls(
        string what,
        string found,
        params string[] told
    ) => Same(what, found, told);

    [Theory]
    [InlineData("more", "", "a count: 9, 9, 9, 7, 9")]
    [InlineData("as much", "", "a count: 9, 9, 9, 9, 9")]
    [InlineData("less", "between-estimate-below a count e2024", "a count: 9, 9, 9, 9, 8")]
    [InlineData("of another year", "", "a count: 9, 9, 9, 9, -, 8")]
    [InlineData("a share may sink", "", "a share: 90, 90, 90, 90, 88")]
    public void An_estimate_holds_what_is_there_already(
        string what,
        string found,
        params string[] told
    ) => Same(what, found, told);

    [Theory]
    [InlineData("as before", "", "a count: 100, 110, 120, 90, 130, 140")]
    [InlineData("a little off", "", "a count: 100, 110, 120, 90, 130, 175")]
    [InlineData(
        "three times",
        "between-off-trend a count e2025",
        "a count: 100, 110, 120, 90, 130, 400"
    )]
    [InlineData(
        "a tenth",
        "between-off-trend a count e2025",
        "a count: 100, 110, 120, 90, 130, 13"
    )]
    [InlineData("two years say nothing", "", "a count: -, 110, 120, 90, -, 400")]
    [InlineData("small counts are chance", "", "a count: 2, 3, 2, 1, 4, 8")]
    [InlineData("what jumps every year may jump", "", "a count: 100, 300, 80, 60, 310, 500")]
    [InlineData(
        "a share by points",
        "between-off-trend a share e2025",
        "a share: 80, 81, 82, 82, 83, 95"
    )]
    public void An_estimate_follows_the_years(string what, string found, params string[] told) =>
        Same(what, found, told);

    [Theory]
    [InlineData("reached", "", "summary aimed: -, -, -, -, -, 100")]
    [InlineData("missed", "between-target ~ aimed e2025", "summary aimed: -, -, -, -, -, 99")]
    [InlineData("far more", "between-target ~ aimed e2025", "summary aimed: -, -, -, -, -, 201")]
    [InlineData("only the last period", "", "summary aimed: 1, 2, 3, 3, 4")]
    [InlineData(
        "by those below where nobody tells the whole",
        "between-target ~ aimed e2025",
        "north aimed: -, -, -, -, -, 99"
    )]
    [InlineData("less is better", "", "summary feared: -, -, -, -, -, 100")]
    [InlineData(
        "too much of what should be less",
        "between-target ~ feared e2025",
        "summary feared: -, -, -, -, -, 101"
    )]
    [InlineData("far less", "between-target ~ feared e2025", "summary feared: -, -, -, -, -, 49")]
    [InlineData("a body is not the whole", "", "a aimed: -, -, -, -, -, 3")]
    public void The_whole_is_held_against_the_target(
        string what,
        string found,
        params string[] told
    ) => Same(what, found, told);

    [Theory]
    [InlineData(7, "")]
    [InlineData(8, "between-outlier peer-0 score y2021")]
    public void One_far_from_its_peers_is_a_place_to_look_at(int peers, string found)
    {
        var told = Enumerable
            .Range(0, peers)
            .Select(i => i == 0 ? "peer-0 score: 10" : $"peer-{i} score: {70 + i}")
            .ToArray();

        Same("a score", found, told);
        Assert.All(
            Run([Score], null, told),
            finding =>
            {
                Assert.Equal(Severity.Info, finding.Severity);
                Assert.IsType<FigureQuote.Peers>(finding.Sides[1]);
            }
        );
    }

    [Fact]
    public void Bodies_of_another_size_are_no_outliers_and_those_in_another_unit_are()
    {
        string[] sizes = ["40", "55", "70", "90", "120", "150", "200", "260", "340"];

        Assert.Empty(Run([Count], null, [.. sizes.Select((size, i) => $"peer-{i} count: {size}")]));
        Assert.Equal(
            "peer-9",
            Assert
                .Single(
                    Run(
                        [Count],
                        null,
                        [.. sizes.Append("900000").Select((size, i) => $"peer-{i} count: {size}")]
                    )
                )
                .Node.Body
        );
    }

    [Fact]
    public void Both_sides_are_quoted_and_a_finding_goes_to_whom_it_concerns()
    {
        var finding = Assert.Single(
            Run([Count], null, ["north count: 5", "north/second count: 7"])
        );

        Assert.Equal(
            [("own", "hash of north own", "F7", 5m), ("second", "hash of north second", "F7", 7m)],
            finding
                .Sides.Cast<FigureQuote.Report>()
                .Select(side => (side.Assignment.ReportType, side.Sha256!, side.Cell!, side.Value))
        );
        Assert.Equal(
            ["sample.north.own", "sample.north.second"],
            finding.Authors.Select(author => author.ToString())
        );
    }

    [Fact]
    public void What_stands_in_one_file_was_asked_of_its_author_before()
    {
        var finding = Assert.Single(Run([Since], null, ["a since: 1, 4, 3"]));

        Assert.Equal(2, finding.Sides.Count);
        Assert.Empty(finding.Authors);
    }

    [Fact]
    public void The_aggregate_is_quoted_with_how_whole_it_is_and_the_hash_that_leads_to_its_cells()
    {
        var finding = Assert.Single(
            Run([Count], null, ["north count: 31", "a count: 10", "b count: 20"])
        );

        var below = Assert.IsType<FigureQuote.Below>(finding.Sides[1]);
        Assert.Equal(
            (30m, 0m, 2, 2),
            (below.Value, below.Error, below.Counts.Given, below.Counts.Asked)
        );
        Assert.Equal(64, below.Hash.Length);
        Assert.Equal("sample.north.own", Assert.Single(finding.Authors).ToString());
    }

    [Fact]
    public void It_also_goes_to_the_author_of_the_consolidated_report_and_to_operations()
    {
        var plan = new PlanLookup(SamplePlan.Figures);
        var finding = Assert.Single(Run([Since], null, ["a since: 1, 4, 3"]));

        var audience = FindingAudience.Of(plan, finding);

        Assert.Empty(audience.Authors);
        Assert.Equal("sample.agency.summary", audience.Consolidated.ToString());
        Assert.Equal("operations", audience.Operations.Id);
    }

    [Theory]
    [InlineData("31 30 2 2", "north count: 31", "a count: 10", "b count: 20")]
    [InlineData("5 7 sample.north.second", "north count: 5", "north/second count: 7")]
    [InlineData("3 4 y2022", "a since: 1, 4, 3")]
    [InlineData("8 9 m9", "a count: -, -, -, 9, 8")]
    [InlineData("400 140", "a count: 100, 110, 120, 90, 130, 400")]
    [InlineData("99 100", "summary aimed: -, -, -, -, -, 99")]
    public void It_is_told_like_a_finding_of_a_file(string arguments, params string[] told)
    {
        var finding = Assert.Single(Run([Count, Since, Aimed], null, told)).ToFinding();

        Assert.Equal(arguments, string.Join(' ', finding.Arguments));
        Assert.Equal("F7", finding.Place!.Cell);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Severity.Info)]
    [InlineData(Severity.Error)]
    public void The_plan_says_how_much_a_check_weighs(Severity? severity)
    {
        var said = new CheckingPlan { Weights = [new CheckWeight("between-twice-told", severity)] };
        string[] told = ["north count: 5", "north/second count: 7"];

        Assert.Equal(
            severity is { } weight ? [weight] : [],
            Run([Count], said, told).Select(finding => finding.Severity)
        );
    }

    private static void Same(string what, string found, string[] told) =>
        Assert.Equal(
            (what, found),
            (
                what,
                string.Join(
                    '|',
                    Run([Count, Money, Share, Since, Aimed, Feared, Score], null, told)
                        .Select(finding =>
                            $"{finding.Code} {finding.Node} {finding.Indicator} {finding.Period}"
                        )
                )
            )
        );
}

using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Planning;
using Xunit;

namespace ProgramReview.Core.Tests.Figures;

/// <summary>The sample plan: north with village below it, south, and an agency whose summary is about the whole.</summary>
public sealed class FigureCasesTests
{
    private static readonly PlanLookup Plan = new(SamplePlan.Figures);

    [Theory]
    [InlineData(0.0, null, 1, 0, 0, 0)]
    [InlineData(null, null, 0, 1, 0, 1)]
    [InlineData(null, "chưa có số liệu", 0, 0, 1, 0)]
    [InlineData(null, " ", 0, 1, 0, 1)]
    [InlineData(1e16, null, 0, 1, 0, 1)]
    [InlineData(1e15, null, 1, 0, 0, 0)]
    public void Zero_a_blank_and_a_reason_are_three_things(
        double? value,
        string? reason,
        int given,
        int blank,
        int excused,
        int unexplained
    )
    {
        var counts = Whole(
            Counting("south", ("members", (decimal?)value)) with
            {
                Values = [new("members", "y2023", (decimal?)value, "F7") { Reason = reason }],
            }
        )!.Counts;

        Assert.Equal(
            (given, blank, excused, unexplained),
            (counts.Given, counts.Blank, counts.Excused, counts.Unexplained)
        );
        Assert.Equal((2, 1), (counts.Asked, counts.Missing));
    }

    [Fact]
    public void Nothing_told_makes_no_zero()
    {
        Assert.Null(Whole()!.Value);
        Assert.Equal(0, Whole(Counting("south", ("members", 0)))!.Value);
    }

    [Fact]
    public void What_a_body_says_holds_for_those_below_it_and_is_never_added_to_theirs()
    {
        ReportFigures[] told =
        [
            Counting("north", ("members", 10)),
            Counting("village", ("members", 4)),
            Counting("south", ("members", 1)),
        ];

        Assert.Equal(11, Whole(told)!.Value);
        Assert.Equal(4, Fold(told)[new("north")].BelowAt(0)!.Value);
    }

    [Fact]
    public void The_report_about_the_whole_is_compared_and_never_added()
    {
        var root = Fold(
            Counting("north", ("members", 10)),
            Counting("south", ("members", 1)),
            Counting("agency", ("members", 12))
        )[FanOutNode.Root];

        Assert.Equal(11, root.BelowAt(0)!.Value);
        Assert.Equal(12, root.Own(0)!.Value.Figure.Value);
        Assert.Equal(
            Agreement.Differs,
            Comparison.Of(Plan.Plan.Indicators![0], 12, root.BelowAt(0)!)
        );
    }

    [Fact]
    public void A_body_without_reports_below_it_stands_by_itself()
    {
        var told = Fold(Counting("north", ("members", 10)), Counting("south", ("members", 1)));

        Assert.Equal(11, told[FanOutNode.Root].BelowAt(0)!.Value);
        Assert.True(told[FanOutNode.Root].BelowAt(0)!.Counts.IsComplete);
        Assert.Null(told[new("north")].BelowAt(0)!.Value);
        Assert.Equal(
            Agreement.Open,
            Comparison.Of(Plan.Plan.Indicators![0], 10, told[new("north")].BelowAt(0)!)
        );
    }

    [Fact]
    public void Those_below_stand_in_for_a_body_that_says_nothing_and_it_is_told()
    {
        var whole = Whole(Counting("village", ("members", 4)), Counting("south", ("members", 1)))!;

        Assert.Equal(5, whole.Value);
        Assert.Equal(
            new FigureCounts
            {
                Asked = 2,
                Given = 1,
                Missing = 1,
                StoodFor = 1,
            },
            whole.Counts
        );
    }

    [Fact]
    public void A_released_body_is_not_a_missing_one()
    {
        var counts = Whole(
            new ReportFigures { Assignment = Id("south"), Standing = ReportStanding.Exempt }
        )!.Counts;

        Assert.Equal((1, 1), (counts.Exempt, counts.Missing));
    }

    [Fact]
    public void Late_preliminary_and_unexplained_values_are_in_it_and_counted()
    {
        var counts = Whole(
            Counting("south", ("members", 3)) with
            {
                IsLate = true,
                Values =
                [
                    new("members", "y2023", 3, "F7") { IsPreliminary = true, IsUnexplained = true },
                ],
            }
        )!.Counts;

        Assert.Equal(
            (1, 1, 1, 1, 0),
            (counts.Given, counts.Late, counts.Preliminary, counts.Unexplained, counts.Estimated)
        );
    }

    [Fact]
    public void An_estimate_is_what_stands_in_a_period_of_estimates()
    {
        var cell = FigureLayout.Of(Plan).Find("members", "e2024")!.Value;
        var root = Fold(Counting("south") with { Values = [new("members", "e2024", 3, "H7")] })[
            FanOutNode.Root
        ];

        Assert.Equal(1, root.BelowAt(cell)!.Counts.Estimated);
    }

    [Fact]
    public void Percentages_are_weighed_and_what_nothing_weighs_is_left_out_and_told()
    {
        var cell = FigureLayout.Of(Plan).Find("share", "y2023")!.Value;

        var mean = Fold(
            Counting("north", ("members", 30), ("share", 50.00m)),
            Counting("south", ("members", 10), ("share", 90.00m))
        )[FanOutNode.Root]
            .BelowAt(cell)!;
        var half = Fold(
            Counting("north", ("members", 30), ("share", 50.00m)),
            Counting("south", ("share", 90.00m))
        )[FanOutNode.Root]
            .BelowAt(cell)!;

        Assert.Equal(60, mean.Value);
        Assert.Equal((50m, 1, 1), (half.Value, half.Counts.Given, half.Counts.Unweighted));
        Assert.False(half.Counts.IsComplete);
    }

    [Fact]
    public void A_share_of_nobody_is_in_it_and_moves_nothing()
    {
        var cell = FigureLayout.Of(Plan).Find("share", "y2023")!.Value;

        var mean = Fold(
            Counting("north", ("members", 30), ("share", 50.00m)),
            Counting("south", ("members", 0), ("share", 90.00m))
        )[FanOutNode.Root]
            .BelowAt(cell)!;

        Assert.Equal((50m, 2), (mean.Value, mean.Counts.Given));
    }

    [Fact]
    public void Ranks_stand_side_by_side()
    {
        var cell = FigureLayout.Of(Plan).Find("rank", "y2023")!.Value;

        var spread = Assert.IsType<Aggregate.Spread>(
            Fold(Counting("north", ("rank", 3)), Counting("south", ("rank", 8)))[FanOutNode.Root]
                .BelowAt(cell)
        );

        Assert.Null(spread.Value);
        Assert.Equal((3m, 5.5m, 8m), (spread.Least, spread.Median, spread.Greatest));
    }

    [Theory]
    [InlineData("2.345", 2, "2.35")]
    [InlineData("-2.345", 2, "-2.35")]
    [InlineData("2.5", 0, "3")]
    [InlineData("2.4999", 0, "2")]
    public void Only_what_is_shown_is_rounded(string value, int decimals, string shown) =>
        Assert.Equal(
            decimal.Parse(shown, System.Globalization.CultureInfo.InvariantCulture),
            Precision.Shown(
                SamplePlan.Indicator("x", IndicatorKind.Amount) with
                {
                    Decimals = decimals,
                },
                decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)
            )
        );

    [Fact]
    public void A_mean_may_be_off_by_its_values_and_by_what_rounded_weights_shift()
    {
        // Weights 10 and 30, each off by half: the true mean lies between 59.56 and 60.44 for exact values.
        var mean = new Aggregate.Mean(2_400_000_000_000_000, 40, 1, 0, 30, 70);

        Assert.Equal(
            60,
            mean with { Counts = new() { Given = 2 } } is { Value: { } value } ? value : 0
        );
        Assert.InRange(
            (mean with { Counts = new() { Given = 2 } }).Error!.Value,
            30m / 39,
            (30m / 39) + 0.001m
        );
    }

    [Fact]
    public void Of_more_than_a_record_holds_no_median_is_told()
    {
        string[] bodies = [.. Enumerable.Range(0, 1_001).Select(i => $"b{i}")];
        var plan = new PlanLookup(
            SamplePlan.Figures with
            {
                Bodies =
                [
                    SamplePlan.Body("agency", "agency"),
                    .. bodies.Select(code => SamplePlan.Body(code, "unit")),
                ],
                ReportTypes =
                [
                    SamplePlan.Type("part", 10, bodies),
                    SamplePlan.Type("summary", 20, "agency"),
                ],
            }
        );
        var cell = FigureLayout.Of(plan).Find("rank", "y2023")!.Value;
        var root = FigureFold
            .All(
                plan,
                id => new ReportFigures
                {
                    Assignment = id,
                    Standing = ReportStanding.Counts,
                    Values = [new("rank", "y2023", id.Body == "b7" ? 900 : 5, "F7")],
                }
            )
            .Last()
            .Figures;

        var spread = Assert.IsType<Aggregate.Spread>(root.BelowAt(cell));

        Assert.Equal(11, root.Children.Count);
        Assert.Equal((1_001, 5m, 900m), (spread.Count, spread.Least, spread.Greatest));
        Assert.Null(spread.Median);
    }

    [Fact]
    public void What_was_made_by_another_layout_is_not_taken()
    {
        var other = new PlanLookup(
            SamplePlan.Figures with
            {
                Indicators = [.. SamplePlan.Figures.Indicators!.Take(2)],
            }
        );
        var village = FigureFold.Of(other, new("village"), ReportFigures.Missing, []);

        Assert.Throws<ArgumentException>(() =>
            FigureFold.Of(Plan, new("north"), ReportFigures.Missing, [village.Shares])
        );
    }

    private static Aggregate? Whole(params ReportFigures[] told) =>
        Fold(told)[FanOutNode.Root].BelowAt(0);

    private static Dictionary<FanOutNode, FigureNode> Fold(params ReportFigures[] told) =>
        FigureFold
            .All(
                Plan,
                id =>
                    told.FirstOrDefault(report => report.Assignment == id)
                    ?? ReportFigures.Missing(id)
            )
            .ToDictionary(kept => kept.Figures.Node, kept => kept.Figures);

    private static AssignmentId Id(string body) =>
        new(Plan.Plan.Cycle, body, body == "agency" ? "summary" : "part");

    private static ReportFigures Counting(
        string body,
        params (string Indicator, decimal? Value)[] values
    ) =>
        new()
        {
            Assignment = Id(body),
            Standing = ReportStanding.Counts,
            Part = "annex",
            Sha256 = new string('a', 64),
            Values =
            [
                .. values.Select(value => new ReportedValue(
                    value.Indicator,
                    "y2023",
                    value.Value,
                    "F7"
                )),
            ],
        };
}

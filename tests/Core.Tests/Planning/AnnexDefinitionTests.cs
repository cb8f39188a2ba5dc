using System.Text.Json;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using Xunit;
using static ProgramReview.Core.Tests.Planning.SamplePlan;

namespace ProgramReview.Core.Tests.Planning;

public sealed class AnnexDefinitionTests
{
    private static readonly AssignmentId North = Id("north", "part");
    private static readonly AssignmentId South = Id("south", "part");
    private static readonly AssignmentId Summary = Id("agency", "summary");

    /// <summary>Changes that leave filled forms of the northern unit valid.</summary>
    public static TheoryData<string> Harmless => [.. HarmlessChanges.Keys];

    /// <summary>Changes after which a filled form of the northern unit no longer fits.</summary>
    public static TheoryData<string> Telling => [.. TellingChanges.Keys];

    private static readonly Dictionary<string, Func<Plan, Plan>> HarmlessChanges = new()
    {
        ["a contact"] = p =>
            p with
            {
                Bodies = [.. p.Bodies.Select(body => body with { Contacts = [Person("new")] })],
            },
        ["the version"] = p => p with { Version = 2 },
        ["a date"] = p => p with { Opens = p.Opens.AddDays(1) },
        ["a report's title"] = p =>
            p with
            {
                ReportTypes = [.. p.ReportTypes.Select(type => type with { Title = Text("new") })],
            },
        ["another body's earlier value"] = p =>
            Changed(p, 1, i => i with { Earlier = [.. i.Earlier, Was("south")] }),
        ["who else is asked"] = p =>
            Changed(p, 2, i => i with { AskedOf = [new AskedOf("part", null)] }),
        ["how it rolls up"] = p =>
            Changed(p, 1, i => i with { RollUp = RollUp.None, WeightedBy = null }),
        ["the style"] = p => p with { Kinds = null },
        ["another heading of a column"] = p =>
            p with
            {
                Periods = [.. p.Periods!.Select(period => period with { Synonyms = ["new"] })],
            },
    };

    private static readonly Dictionary<string, Func<Plan, Plan>> TellingChanges = new()
    {
        ["a name"] = p => Changed(p, 0, i => i with { Name = Text("new") }),
        ["a unit"] = p => Changed(p, 0, i => i with { Unit = Text("new") }),
        ["a kind"] = p => Changed(p, 0, i => i with { Kind = IndicatorKind.Amount }),
        ["decimals"] = p => Changed(p, 1, i => i with { Decimals = 1 }),
        ["the least"] = p => Changed(p, 1, i => i with { Min = 1 }),
        ["the most"] = p => Changed(p, 1, i => i with { Max = 99 }),
        ["what is counted together"] = p => Changed(p, 0, i => i with { Cumulative = true }),
        ["a direction"] = p => Changed(p, 0, i => i with { Direction = IndicatorDirection.Down }),
        ["a target"] = p => Changed(p, 0, i => i with { Target = 9_000 }),
        ["an own earlier value"] = p =>
            Changed(p, 1, i => i with { Earlier = [Was("north") with { Value = 13 }] }),
        ["a row less"] = p => p with { Indicators = [.. p.Indicators!.Skip(1)] },
        ["rows in another order"] = p => p with { Indicators = [.. p.Indicators!.Reverse()] },
        ["a column less"] = p => p with { Periods = [.. p.Periods!.SkipLast(1)] },
        ["a column's title"] = p => Column(p, period => period with { Title = Text("new") }),
        ["a column's end"] = p => Column(p, period => period with { To = period.To.AddDays(1) }),
        ["an estimate instead"] = p => Column(p, period => period with { Estimate = true }),
        ["a preliminary one"] = p => Column(p, period => period with { MayBePreliminary = true }),
    };

    [Fact]
    public void It_holds_what_the_body_is_asked_in_plan_order()
    {
        var plan = Changed(
            SamplePlan.Figures,
            2,
            i => i with { AskedOf = [new AskedOf("summary", null)] }
        );

        Assert.Equal(["members", "share"], Codes(Of(plan, North)));
        Assert.Equal(["members", "share", "rank"], Codes(Of(plan, Summary)));
        Assert.Equal(
            ["y2023", "m9-2024", "e2024"],
            Of(plan, North).Periods.Select(period => period.Code)
        );
    }

    [Fact]
    public void A_body_sees_its_own_earlier_value_and_no_other_bodys()
    {
        Assert.Equal([12.5m], Earlier(SamplePlan.Figures, North, "share"));
        Assert.Empty(Earlier(SamplePlan.Figures, South, "share"));
        Assert.Empty(Earlier(SamplePlan.Figures, Summary, "share"));
    }

    [Fact]
    public void The_whole_programmes_value_is_told_where_it_can_be_compared()
    {
        Assert.Empty(Earlier(SamplePlan.Figures, North, "members"));
        Assert.Equal([8051m], Earlier(SamplePlan.Figures, Summary, "members"));
        Assert.Equal([12m], Earlier(SamplePlan.Figures, North, "rank"));
    }

    [Fact]
    public void The_bodys_own_value_goes_before_the_whole_programmes()
    {
        var plan = Changed(
            SamplePlan.Figures,
            2,
            i => i with { Earlier = [.. i.Earlier, new EarlierFigure("y2023", 3, "own", "north")] }
        );

        Assert.Equal([3m], Earlier(plan, North, "rank"));
        Assert.Equal([12m], Earlier(plan, South, "rank"));
    }

    [Fact]
    public void A_plan_without_figures_asks_for_no_row()
    {
        var annex = Of(SamplePlan.Plan, North);

        Assert.Empty(annex.Rows);
        Assert.Empty(annex.Periods);
    }

    [Fact]
    public void A_report_without_annex_asks_for_no_row()
    {
        var plan = SamplePlan.Figures with
        {
            ReportTypes =
            [
                .. SamplePlan.Figures.ReportTypes.Select(type =>
                    type with
                    {
                        Parts = [type.Parts![0]],
                    }
                ),
            ],
        };

        Assert.Empty(Of(plan, North).Rows);
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public void A_change_elsewhere_leaves_filled_forms_valid(string change) =>
        Assert.Equal(
            Of(SamplePlan.Figures, North).Hash,
            Of(HarmlessChanges[change](SamplePlan.Figures), North).Hash
        );

    [Theory]
    [MemberData(nameof(Telling))]
    public void A_change_of_the_annex_makes_filled_forms_stale(string change) =>
        Assert.NotEqual(
            Of(SamplePlan.Figures, North).Hash,
            Of(TellingChanges[change](SamplePlan.Figures), North).Hash
        );

    [Fact]
    public void Each_body_and_report_has_a_hash_of_its_own() =>
        Assert.Equal(
            3,
            new[] { North, South, Summary }
                .Select(id => Of(SamplePlan.Figures, id).Hash)
                .Distinct()
                .Count()
        );

    [Fact]
    public void A_plan_that_was_stored_and_read_gives_the_same_hash()
    {
        var read = JsonSerializer.Deserialize<Plan>(
            JsonSerializer.SerializeToUtf8Bytes(SamplePlan.Figures)
        )!;

        Assert.Equal(Of(SamplePlan.Figures, North).Hash, Of(read, North).Hash);
        Assert.Equal(JsonSerializer.Serialize(SamplePlan.Figures), JsonSerializer.Serialize(read));
    }

    private static AssignmentId Id(string body, string type) =>
        new(SamplePlan.Plan.Cycle, body, type);

    private static EarlierFigure Was(string body) => new("y2023", 12.5m, "source", body);

    private static AnnexDefinition Of(Plan plan, AssignmentId id) =>
        AnnexDefinition.Of(new PlanLookup(plan), id);

    private static IEnumerable<string> Codes(AnnexDefinition annex) =>
        annex.Rows.Select(row => row.Indicator.Code);

    private static IEnumerable<decimal> Earlier(Plan plan, AssignmentId id, string code) =>
        Of(plan, id)
            .Rows.Single(row => row.Indicator.Code == code)
            .Earlier.Select(figure => figure.Value);

    private static Plan Changed(Plan plan, int index, Func<Indicator, Indicator> change) =>
        plan with
        {
            Indicators =
            [
                .. plan.Indicators!.Select(
                    (indicator, i) => i == index ? change(indicator) : indicator
                ),
            ],
        };

    private static Plan Column(Plan plan, Func<Period, Period> change) =>
        plan with
        {
            Periods = [change(plan.Periods![0]), .. plan.Periods.Skip(1)],
        };
}

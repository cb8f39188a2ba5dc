using CsCheck;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Planning;

namespace ProgramReview.Core.Tests.Figures;

/// <summary>A plan with a tree of bodies, and what its reports say: with blanks, zeroes, reasons, exempt, late and odd ones.</summary>
internal sealed record FigureCase(PlanLookup Plan, IReadOnlyList<ReportFigures> Reports)
{
    public static readonly Gen<FigureCase> Any =
        from size in Gen.Frequency((20, Gen.Int[1, 30]), (1, Gen.Int[101, 350]))
        from reach in Gen.Int[0, 12]
        from seed in Gen.Int
        select Of(size, reach, seed);

    private static readonly Indicator[] Indicators =
    [
        Indicator("members", IndicatorKind.Count, RollUp.Sum, "unit", "sub"),
        Indicator("budget", IndicatorKind.Amount, RollUp.Sum, "unit"),
        Indicator("share", IndicatorKind.Percent, RollUp.Weighted, "unit", "sub") with
        {
            Decimals = 2,
            WeightedBy = "members",
        },
        Indicator("cost", IndicatorKind.Score, RollUp.Weighted, "unit") with
        {
            Decimals = 3,
            WeightedBy = "budget",
        },
        Indicator("score", IndicatorKind.Score, RollUp.None, "unit", "sub"),
    ];

    public FigureLayout Layout => FigureLayout.Of(Plan);

    public FigureTree Tree => FigureTree.Of(Plan);

    public ReportFigures Report(AssignmentId id) =>
        Reports.First(report => report.Assignment == id);

    /// <summary>All nodes, folded.</summary>
    public IReadOnlyDictionary<FanOutNode, KeptFigures> Fold()
    {
        var known = Reports.ToDictionary(report => report.Assignment);
        return FigureFold.All(Plan, id => known[id]).ToDictionary(kept => kept.Figures.Node);
    }

    public static ReportFigures Random(PlanLookup plan, AssignmentId id, Random chance)
    {
        var standing = chance.Next(10) switch
        {
            0 => ReportStanding.Missing,
            1 => ReportStanding.Exempt,
            _ => ReportStanding.Counts,
        };
        return new()
        {
            Assignment = id,
            Standing = standing,
            IsLate = chance.Next(5) == 0,
            Part = standing == ReportStanding.Counts ? "annex" : null,
            Sha256 = standing == ReportStanding.Counts ? $"{chance.Next():x64}" : null,
            Values =
                standing == ReportStanding.Counts
                    ?
                    [
                        .. plan.Plan.Indicators!.SelectMany(indicator =>
                            plan.Plan.Periods!.Where(_ => chance.Next(12) > 0)
                                .Select(period => Value(indicator, period, chance))
                        ),
                    ]
                    : [],
        };
    }

    private static FigureCase Of(int size, int reach, int seed)
    {
        var chance = new Random(seed);
        var bodies = Enumerable
            .Range(0, size)
            .Select(i =>
                SamplePlan.Body(
                    $"b{i}",
                    chance.Next(4) switch
                    {
                        0 => "group",
                        1 => "sub",
                        _ => "unit",
                    },
                    i > 0 && reach > 0 && chance.Next(5) > 0
                        ? $"b{chance.Next(Math.Min(i, reach))}"
                        : null
                )
            )
            .Prepend(SamplePlan.Body("agency", "agency"))
            .ToList();
        var owing = bodies.Where(body => body.Kind is "unit" or "sub").ToList();
        var plan = new PlanLookup(
            SamplePlan.Figures with
            {
                Bodies = bodies,
                Indicators = Indicators,
                ReportTypes =
                [
                    SamplePlan.Type("part", 10, [.. owing.Select(body => body.Code)]),
                    SamplePlan.Type(
                        "extra",
                        10,
                        [.. owing.Where(_ => chance.Next(4) == 0).Select(body => body.Code)]
                    ),
                    SamplePlan.Type("city", 10, "agency") with
                    {
                        FiguresOfWhole = true,
                    },
                    SamplePlan.Type("summary", 20, "agency"),
                ],
            }
        );
        return new(plan, [.. plan.Assignments.Select(id => Random(plan, id, chance))]);
    }

    private static ReportedValue Value(Indicator indicator, Period period, Random chance)
    {
        var decimals = indicator.Kind == IndicatorKind.Count ? 0 : chance.Next(4);
        decimal? value = chance.Next(12) switch
        {
            0 => null,
            1 => 0,
            2 => -chance.Next(100),
            3 => OwnReport.Greatest + chance.Next(-1, 2),
            _ => new decimal(chance.Next(1_000_000), 0, 0, false, (byte)decimals),
        };
        return new(indicator.Code, period.Code, value, $"{(char)('B' + chance.Next(20))}7")
        {
            Reason = value is null && chance.Next(2) == 0 ? "chưa có số liệu" : null,
            IsPreliminary = chance.Next(6) == 0,
            IsUnexplained = chance.Next(9) == 0,
        };
    }

    private static Indicator Indicator(
        string code,
        IndicatorKind kind,
        RollUp rollUp,
        params string[] kinds
    ) =>
        SamplePlan.Indicator(code, kind) with
        {
            RollUp = rollUp,
            AskedOf =
            [
                .. kinds.Select(name => new AskedOf(null, name)),
                new AskedOf("summary", null),
                new AskedOf("city", null),
            ],
        };
}

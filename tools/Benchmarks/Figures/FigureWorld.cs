using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Local.Rehearsal.Plans;

namespace ProgramReview.Benchmarks.Figures;

/// <summary>A plan of the shipped one's shape with many bodies and forty indicators, and reports that fill every cell.</summary>
internal sealed class FigureWorld
{
    private const int Rows = 40;
    private static readonly string[] Cells =
    [
        .. Enumerable.Range(7, Rows).SelectMany(row => "FGHIJK".Select(letter => $"{letter}{row}")),
    ];

    private readonly Dictionary<AssignmentId, int> numbers;

    public FigureWorld(Plan shape, int bodies)
    {
        var made = SyntheticPlan.Of(shape, bodies);
        Plan = new PlanLookup(
            made with
            {
                Indicators = [.. Enumerable.Range(0, Rows).Select(i => Indicator(shape, i))],
            }
        );
        numbers = Plan.Assignments.Index().ToDictionary(one => one.Item, one => one.Index);
        Reports = [.. Plan.Assignments.Where(id => id.ReportType == "district")];
    }

    public PlanLookup Plan { get; }

    public IReadOnlyList<AssignmentId> Reports { get; }

    /// <summary>The figures of an assignment; another version says something else.</summary>
    public ReportFigures Report(AssignmentId id, int version)
    {
        var number = numbers[id] + version;
        var periods = Plan.Plan.Periods!;
        return new()
        {
            Assignment = id,
            Standing = ReportStanding.Counts,
            IsLate = number % 9 == 0,
            Part = "annex",
            Sha256 = $"{number:x64}",
            Values =
            [
                .. Plan.Plan.Indicators!.SelectMany(
                    (indicator, row) =>
                        periods.Select(
                            (period, column) =>
                                new ReportedValue(
                                    indicator.Code,
                                    period.Code,
                                    Value(indicator, number + (row * 31) + (column * 7)),
                                    Cells[(row * periods.Count) + column]
                                )
                        )
                ),
            ],
        };
    }

    private static decimal Value(Indicator indicator, int number) =>
        indicator.Kind switch
        {
            IndicatorKind.Count => number % 9_973,
            IndicatorKind.Amount => new decimal(number * 17 % 999_983, 0, 0, false, 2),
            _ => new decimal(number * 13 % 10_000, 0, 0, false, 2),
        };

    // A third of each: counts and amounts that are added, shares that are weighed, scores that stand for themselves.
    private static Indicator Indicator(Plan shape, int number) =>
        shape.Indicators![0] with
        {
            Code = $"i{number}",
            Stock = false,
            Kind = (number % 4) switch
            {
                0 => IndicatorKind.Count,
                1 => IndicatorKind.Amount,
                2 => IndicatorKind.Percent,
                _ => IndicatorKind.Score,
            },
            Decimals = number % 4 == 0 ? 0 : 2,
            RollUp = (number % 4) switch
            {
                0 or 1 => RollUp.Sum,
                2 => RollUp.Weighted,
                _ => RollUp.None,
            },
            WeightedBy = number % 4 == 2 ? $"i{number - 2}" : null,
        };
}

using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures;

/// <summary>The cells of a plan's figures, one for each indicator and period, in the plan's order; records name a cell by its number alone.</summary>
public sealed class FigureLayout
{
    private static readonly ConditionalWeakTable<Plan, FigureLayout> Known = [];

    private readonly PlanLookup plan;
    private readonly Dictionary<string, int> indicators;
    private readonly Dictionary<string, int> periods;
    private readonly int?[] weights;

    private FigureLayout(PlanLookup plan)
    {
        this.plan = plan;
        Indicators = plan.Plan.Indicators ?? [];
        Periods = plan.Plan.Periods ?? [];
        indicators = Numbered(Indicators.Select(indicator => indicator.Code));
        periods = Numbered(Periods.Select(period => period.Code));
        Hash = HashOf(Indicators, Periods);
        weights =
        [
            .. Indicators.Select(indicator =>
                indicator.WeightedBy is { } weight ? indicators[weight] : (int?)null
            ),
        ];
    }

    /// <summary>What is counted.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>For which times.</summary>
    public IReadOnlyList<Period> Periods { get; }

    /// <summary>
    /// SHA-256 of what the cells are and how they are made, lower-case hexadecimal: a record that was made by another layout says nothing in
    /// this one.
    /// </summary>
    public string Hash { get; }

    /// <summary>How many cells there are.</summary>
    public int Count => Indicators.Count * Periods.Count;

    /// <summary>The layout of a plan; made once for each.</summary>
    public static FigureLayout Of(PlanLookup plan) =>
        Known.GetValue(plan.Plan, _ => new FigureLayout(plan));

    /// <summary>The cell of an indicator and a period by their places in the plan.</summary>
    public int Cell(int indicator, int period) => (indicator * Periods.Count) + period;

    /// <summary>The cell of an indicator and a period, or null if the plan has none.</summary>
    public int? Find(string indicator, string period) =>
        indicators.TryGetValue(indicator, out var row) && periods.TryGetValue(period, out var at)
            ? Cell(row, at)
            : null;

    /// <summary>What is counted in a cell.</summary>
    public Indicator IndicatorOf(int cell) => Indicators[cell / Periods.Count];

    /// <summary>For which time a cell is.</summary>
    public Period PeriodOf(int cell) => Periods[cell % Periods.Count];

    /// <summary>The cell of the indicator that weighs a cell's, for the same period; null if none does.</summary>
    public int? WeightOf(int cell) =>
        weights[cell / Periods.Count] is { } weight ? Cell(weight, cell % Periods.Count) : null;

    /// <summary>Whether an assignment's annex asks for an indicator.</summary>
    public bool IsAsked(AssignmentId assignment, Indicator indicator) =>
        indicator.IsAskedOf(
            plan.Body(assignment.Body).Kind,
            plan.ReportType(assignment.ReportType)
        );

    private static string HashOf(
        IReadOnlyList<Indicator> indicators,
        IReadOnlyList<Period> periods
    ) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes(
                    new
                    {
                        Indicators = indicators.Select(indicator => new
                        {
                            indicator.Code,
                            indicator.Kind,
                            indicator.RollUp,
                            indicator.WeightedBy,
                            indicator.AskedOf,
                        }),
                        Periods = periods.Select(period => new { period.Code, period.Estimate }),
                    }
                )
            )
        );

    private static Dictionary<string, int> Numbered(IEnumerable<string> codes) =>
        codes
            .Select((code, i) => (code, i))
            .ToDictionary(entry => entry.code, entry => entry.i, StringComparer.Ordinal);
}

using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>A total is what the cells say, counted by somebody who knows nothing of the fold.</summary>
internal sealed class AggregateEqualsRecount : IInvariant
{
    public string Sentence =>
        "Aggregate equals recount: each total of a dossier is what the annexes that count in it say, added up anew from their cells.";

    public bool HasCase(Evidence evidence) =>
        evidence.Figures.Values.Any(figures => figures.Annexes.Count > 0);

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var layout = FigureLayout.Of(evidence.Plan);
        foreach (var (round, figures) in evidence.Figures)
        {
            if (figures.Whole is not { } whole)
            {
                continue;
            }
            foreach (var (row, indicator) in layout.Indicators.Index())
            {
                foreach (var (column, period) in layout.Periods.Index())
                {
                    var below = whole.BelowAt(layout.Cell(row, column));
                    var recount = Recount(
                        evidence.Plan,
                        evidence.Dossiers[round]!,
                        figures,
                        indicator,
                        period
                    );
                    if (
                        (below?.Counts.Given ?? 0) != recount.Count
                        || decimal.Abs((below?.Value ?? 0) - (recount.Value ?? 0)) > 0.000_001m
                    )
                    {
                        yield return $"{indicator.Code} {period.Code} of round {round} is {below?.Value} of {below?.Counts.Given}, and by its cells {recount.Value} of {recount.Count}";
                    }
                }
            }
        }
    }

    // All units stand side by side in these plans; none stands in for another.
    private static (decimal? Value, int Count) Recount(
        PlanLookup plan,
        LeftDossier dossier,
        LeftFigures figures,
        Indicator indicator,
        Period period
    )
    {
        var (sum, weights, count) = (0m, 0m, 0);
        foreach (
            var report in dossier.Reports.Where(report =>
                report.Exemption is null
                && !plan.SpeaksForWhole(report.Assignment.ReportType)
                && figures.Annexes.ContainsKey(report.Assignment)
            )
        )
        {
            var value = ValueOf(plan, figures, report.Assignment, indicator.Code, period);
            var weight = indicator.WeightedBy is { } by
                ? ValueOf(plan, figures, report.Assignment, by, period)
                : 1;
            if (value is { } said && weight is >= 0)
            {
                sum += said * weight.Value;
                weights += weight.Value;
                count++;
            }
        }
        var isMean = indicator.RollUp == RollUp.Weighted;
        return (
            count == 0 || (isMean && weights == 0) ? null
            : isMean ? sum / weights
            : sum,
            count
        );
    }

    private static decimal? ValueOf(
        PlanLookup plan,
        LeftFigures figures,
        AssignmentId assignment,
        string indicator,
        Period period
    )
    {
        var reading = AnnexReading.Of(
            figures.Annexes[assignment],
            AnnexDefinition.Of(plan, assignment)
        );
        var number = reading.Of(indicator, period.Code)?.Number;
        return number is { } value && decimal.Abs(value) <= 1e15m ? value : null;
    }
}

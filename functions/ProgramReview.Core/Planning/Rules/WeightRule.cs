namespace ProgramReview.Core.Planning.Rules;

internal sealed class WeightRule : IPlanRule
{
    public string Code => "weight";

    public IReadOnlyList<string> Reads => ["bodies", "reportTypes", "parts", "indicators"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var asking = PlanParts.Asking(plan);
        var indicators = (plan.Indicators ?? [])
            .DistinctBy(indicator => indicator.Code)
            .ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);
        return PlanParts
            .Indicators(plan)
            .Where(entry => entry.Indicator.WeightedBy is not null)
            .SelectMany(entry =>
                Check($"{entry.Path}.rollUp.weightedBy", entry.Indicator, indicators, asking)
            );
    }

    private static IEnumerable<RuleFault> Check(
        string path,
        Indicator indicator,
        Dictionary<string, Indicator> indicators,
        IReadOnlyList<(string Kind, ReportType Type)> asking
    )
    {
        if (!indicators.TryGetValue(indicator.WeightedBy!, out var weight))
        {
            yield return new RuleFault(
                path,
                $"There is no indicator '{indicator.WeightedBy}'",
                "Name the code of the indicator that this one is a share of"
            );
            yield break;
        }

        // What weighs and is itself weighted is told as a circle, or here at the next in the chain.
        if (weight.RollUp == RollUp.None)
        {
            yield return new RuleFault(
                path,
                $"'{weight.Code}' does not roll up, so nothing weighs this indicator above",
                $"Write 'rollUp: sum' at '{weight.Code}', or weigh by another"
            );
        }

        if (
            asking.Any(report =>
                indicator.IsAskedOf(report.Kind, report.Type)
                && !weight.IsAskedOf(report.Kind, report.Type)
            )
        )
        {
            yield return new RuleFault(
                path,
                $"'{weight.Code}' is not asked wherever this indicator is",
                $"Ask for '{weight.Code}' in the same reports"
            );
        }
    }
}

namespace ProgramReview.Core.Planning.Rules;

internal sealed class WeightCycleRule : IPlanRule
{
    public string Code => "weight-cycle";

    public IReadOnlyList<string> Reads => ["indicators"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var circling = Circles.Members(
            (plan.Indicators ?? [])
                .DistinctBy(indicator => indicator.Code)
                .Where(indicator => indicator.WeightedBy is not null)
                .ToDictionary(
                    indicator => indicator.Code,
                    indicator => (IReadOnlyList<string>)[indicator.WeightedBy!],
                    StringComparer.Ordinal
                )
        );
        return PlanParts
            .Indicators(plan)
            .Where(entry => circling.Contains(entry.Indicator.Code))
            .Select(entry => new RuleFault(
                $"{entry.Path}.rollUp.weightedBy",
                $"'{entry.Indicator.Code}' weighs itself",
                "Break the circle: weigh by an indicator that is added"
            ));
    }
}

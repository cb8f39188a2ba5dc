namespace ProgramReview.Core.Planning.Rules;

internal sealed class AfterCycleRule : IPlanRule
{
    public string Code => "after-cycle";

    public IReadOnlyList<string> Reads => ["reportTypes"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var links = plan
            .ReportTypes.DistinctBy(type => type.Code)
            .ToDictionary(
                type => type.Code,
                IReadOnlyList<string> (type) => [.. type.After, .. type.AfterOwn],
                StringComparer.Ordinal
            );
        var circling = Circles.Members(links);
        return PlanParts
            .ReportTypes(plan)
            .Where(entry => circling.Contains(entry.Type.Code))
            .Select(entry => new RuleFault(
                $"{entry.Path}.after",
                $"'{entry.Type.Code}' would wait for itself",
                "Break the circle of report types that wait for each other"
            ));
    }
}

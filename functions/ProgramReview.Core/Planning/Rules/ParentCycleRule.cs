namespace ProgramReview.Core.Planning.Rules;

internal sealed class ParentCycleRule : IPlanRule
{
    public string Code => "parent-cycle";

    public IReadOnlyList<string> Reads => ["bodies"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var parents = plan
            .Bodies.DistinctBy(body => body.Code)
            .Where(body => body.Parent is not null)
            .ToDictionary(
                body => body.Code,
                body => (IReadOnlyList<string>)[body.Parent!],
                StringComparer.Ordinal
            );
        var circling = Circles.Members(parents);
        return PlanParts
            .Bodies(plan)
            .Where(entry => circling.Contains(entry.Body.Code))
            .Select(entry => new RuleFault(
                $"{entry.Path}.parent",
                $"'{entry.Body.Code}' stands below itself",
                "Break the circle of parents"
            ));
    }
}

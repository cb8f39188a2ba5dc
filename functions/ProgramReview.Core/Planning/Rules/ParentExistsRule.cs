namespace ProgramReview.Core.Planning.Rules;

internal sealed class ParentExistsRule : IPlanRule
{
    public string Code => "parent-exists";

    public IReadOnlyList<string> Reads => ["bodies"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var codes = plan.Bodies.Select(body => body.Code).ToHashSet(StringComparer.Ordinal);
        return PlanParts
            .Bodies(plan)
            .Where(entry => entry.Body.Parent is { } parent && !codes.Contains(parent))
            .Select(entry => new RuleFault(
                $"{entry.Path}.parent",
                $"There is no body '{entry.Body.Parent}'",
                "Name the code of a body of this plan, or leave parent out"
            ));
    }
}

namespace ProgramReview.Core.Planning.Rules;

internal sealed class ParentOrderRule : IPlanRule
{
    public string Code => "parent-order";

    public IReadOnlyList<string> Reads => ["bodies"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var places = plan
            .Bodies.Index()
            .DistinctBy(entry => entry.Item.Code)
            .ToDictionary(entry => entry.Item.Code, entry => entry.Index, StringComparer.Ordinal);
        return plan
            .Bodies.Index()
            .Where(entry =>
                entry.Item.Parent is { } parent
                && places.GetValueOrDefault(parent, -1) > entry.Index
            )
            .Select(entry => new RuleFault(
                $"{PlanParts.At("bodies", entry.Index)}.parent",
                $"The parent '{entry.Item.Parent}' is listed below its child",
                "List parents before their children"
            ));
    }
}

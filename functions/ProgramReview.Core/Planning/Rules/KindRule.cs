namespace ProgramReview.Core.Planning.Rules;

internal sealed class KindRule : IPlanRule
{
    public string Code => "kind";

    public IReadOnlyList<string> Reads => ["bodies", "kinds"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var known = plan.Bodies.Select(body => body.Kind).ToHashSet(StringComparer.Ordinal);
        var kinds = (plan.Kinds ?? [])
            .Select((kind, i) => (Path: PlanParts.At("kinds", i), kind.Code))
            .ToList();
        return kinds
            .Where(entry => !known.Contains(entry.Code))
            .Select(entry => new RuleFault(
                $"{entry.Path}.code",
                $"No body is of the kind '{entry.Code}'",
                "Name a kind that stands with a body"
            ))
            .Concat(
                PlanParts
                    .Repeated(kinds)
                    .Select(entry => new RuleFault(
                        $"{entry.Path}.code",
                        $"The kind '{entry.Key}' stands at {entry.First} already",
                        "Keep one of the two"
                    ))
            );
    }
}

namespace ProgramReview.Core.Planning.Rules;

internal sealed class OwedByRule : IPlanRule
{
    public string Code => "owed-by";

    public IReadOnlyList<string> Reads => ["bodies", "reportTypes"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var codes = plan.Bodies.Select(body => body.Code).ToHashSet(StringComparer.Ordinal);
        return PlanParts
            .ReportTypes(plan)
            .SelectMany(entry => Check(codes, $"{entry.Path}.owedBy", entry.Type.OwedBy));
    }

    private static IEnumerable<RuleFault> Check(
        HashSet<string> codes,
        string path,
        IReadOnlyList<string> owedBy
    )
    {
        if (owedBy.Count == 0)
        {
            yield return new RuleFault(
                path,
                "Nobody owes this report",
                "Name a body's code or 'kind: ...'"
            );
        }

        foreach (var (i, code) in owedBy.Index().Where(entry => !codes.Contains(entry.Item)))
        {
            yield return new RuleFault(
                PlanParts.At(path, i),
                $"There is no body '{code}'",
                "Name the code of a body of this plan"
            );
        }

        foreach (
            var (at, code, _) in PlanParts.Repeated(
                owedBy.Select((code, i) => (PlanParts.At(path, i), code))
            )
        )
        {
            yield return new RuleFault(
                at,
                $"'{code}' owes this report twice",
                "Name each body once"
            );
        }
    }
}

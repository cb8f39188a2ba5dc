namespace ProgramReview.Core.Planning.Rules;

internal sealed class AfterExistsRule : IPlanRule
{
    public string Code => "after-exists";

    public IReadOnlyList<string> Reads => ["reportTypes"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var codes = plan.ReportTypes.Select(type => type.Code).ToHashSet(StringComparer.Ordinal);
        return PlanParts
            .ReportTypes(plan)
            .SelectMany(entry =>
                Check(codes, $"{entry.Path}.after", [.. entry.Type.After, .. entry.Type.AfterOwn])
            );
    }

    private static IEnumerable<RuleFault> Check(
        HashSet<string> codes,
        string path,
        IReadOnlyList<string> after
    )
    {
        foreach (var (i, code) in after.Index().Where(entry => !codes.Contains(entry.Item)))
        {
            yield return new RuleFault(
                PlanParts.At(path, i),
                $"There is no report type '{code}'",
                "Name the code of a report type of this plan"
            );
        }

        foreach (
            var (at, code, _) in PlanParts.Repeated(
                after.Select((code, i) => (PlanParts.At(path, i), code))
            )
        )
        {
            yield return new RuleFault(
                at,
                $"'{code}' is listed twice",
                "Name each report type once"
            );
        }
    }
}

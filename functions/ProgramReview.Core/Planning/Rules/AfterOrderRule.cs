namespace ProgramReview.Core.Planning.Rules;

internal sealed class AfterOrderRule : IPlanRule
{
    public string Code => "after-order";

    public IReadOnlyList<string> Reads => ["reportTypes"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var types = plan.ReportTypes.ToLookup(type => type.Code, StringComparer.Ordinal);
        return PlanParts
            .ReportTypes(plan)
            .SelectMany(entry =>
                entry
                    .Type.After.SelectMany(code => types[code])
                    .SelectMany(before => Check(entry.Path, entry.Type, before))
            );
    }

    private static IEnumerable<RuleFault> Check(string path, ReportType type, ReportType before)
    {
        if (before.Due.Remaining(type.OpensAtLatest) > TimeSpan.Zero)
        {
            yield return new RuleFault(
                $"{path}.opensAtLatest",
                $"'{type.Code}' may open before '{before.Code}' is due, which feeds it",
                $"Open it at or after {before.Due}, or move the due of '{before.Code}' forward"
            );
        }

        if (!type.Due.IsAfter(before.Due))
        {
            yield return new RuleFault(
                $"{path}.due",
                $"'{type.Code}' is due no later than '{before.Code}', which feeds it",
                $"Make it due after {before.Due}"
            );
        }
    }
}

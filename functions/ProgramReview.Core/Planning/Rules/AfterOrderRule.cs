using ProgramReview.Core.Deadlines;

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
                Check(
                    entry.Path,
                    entry.Type,
                    [
                        .. entry
                            .Type.After.Concat(entry.Type.AfterOwn)
                            .SelectMany(code => types[code]),
                    ]
                )
            );
    }

    private static IEnumerable<RuleFault> Check(
        string path,
        ReportType type,
        IReadOnlyList<ReportType> feeding
    )
    {
        var open = feeding.Where(before => !before.Due.HasPassed(type.OpensAtLatest)).ToList();
        if (open.Count > 0)
        {
            yield return new RuleFault(
                $"{path}.opensAtLatest",
                $"'{type.Code}' may open before what feeds it is due: {Names(open)}",
                $"Open it at or after {Latest(open)}, or move what feeds it forward"
            );
        }

        var late = feeding.Where(before => !type.Due.IsAfter(before.Due)).ToList();
        if (late.Count > 0)
        {
            yield return new RuleFault(
                $"{path}.due",
                $"'{type.Code}' is due no later than what feeds it: {Names(late)}",
                $"Make it due after {Latest(late)}"
            );
        }
    }

    private static string Names(IEnumerable<ReportType> types) =>
        string.Join(", ", types.Select(type => type.Code));

    private static Deadline Latest(IEnumerable<ReportType> types) =>
        types
            .Select(type => type.Due)
            .Aggregate((latest, due) => due.IsAfter(latest) ? due : latest);
}

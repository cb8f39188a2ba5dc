namespace ProgramReview.Core.Planning.Rules;

internal sealed class AskedOfRule : IPlanRule
{
    public string Code => "asked-of";

    public IReadOnlyList<string> Reads => ["bodies", "reportTypes", "parts", "indicators"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var asking = PlanParts.Asking(plan);
        var types = plan
            .ReportTypes.DistinctBy(type => type.Code)
            .ToDictionary(type => type.Code, StringComparer.Ordinal);
        var kinds = asking.Select(report => report.Kind).ToHashSet(StringComparer.Ordinal);
        return PlanParts
            .Indicators(plan)
            .SelectMany(entry =>
                Nobody(entry.Path, entry.Indicator, asking)
                    .Concat(
                        entry.Indicator.AskedOf.SelectMany(
                            (asked, i) =>
                                Check(PlanParts.At($"{entry.Path}.askedOf", i), asked, types, kinds)
                        )
                    )
            );
    }

    private static IEnumerable<RuleFault> Nobody(
        string path,
        Indicator indicator,
        IReadOnlyList<(string Kind, ReportType Type)> asking
    ) =>
        asking.Any(report => indicator.IsAskedOf(report.Kind, report.Type))
            ? []
            :
            [
                new RuleFault(
                    $"{path}.askedOf",
                    "The indicator is asked of nobody",
                    "Name a report type that has an annex, or 'kind: ...' of bodies that owe one"
                ),
            ];

    private static IEnumerable<RuleFault> Check(
        string path,
        AskedOf asked,
        Dictionary<string, ReportType> types,
        HashSet<string> kinds
    )
    {
        if (asked.Kind is { } kind && !kinds.Contains(kind))
        {
            yield return new RuleFault(
                $"{path}.kind",
                $"No body of the kind '{kind}' owes a report",
                "Name a kind of bodies that owe one"
            );
        }

        if (asked.ReportType is not { } code)
        {
            yield break;
        }

        if (!types.TryGetValue(code, out var type))
        {
            yield return new RuleFault(
                path,
                $"There is no report type '{code}'",
                "Name the code of a report type, or write 'kind: ...'"
            );
        }
        else if (!type.HoldsFigures)
        {
            yield return new RuleFault(
                path,
                $"The report '{code}' has no annex among its parts",
                "Give it a part of the kind annex, or ask elsewhere"
            );
        }
    }
}

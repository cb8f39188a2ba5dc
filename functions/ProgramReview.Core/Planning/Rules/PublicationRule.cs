namespace ProgramReview.Core.Planning.Rules;

internal sealed class PublicationRule : IPlanRule
{
    public string Code => "publication";

    public IReadOnlyList<string> Reads => ["reportTypes", "outlines", "parts", "publication"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var types = plan
            .ReportTypes.DistinctBy(type => type.Code)
            .ToDictionary(type => type.Code, StringComparer.Ordinal);
        var rules = (plan.Publication?.Rules ?? [])
            .Select((rule, i) => (Path: PlanParts.At("publication.readers", i), rule))
            .ToList();
        return OpenFor(plan)
            .Concat(rules.SelectMany(entry => Unknown(entry.Path, entry.rule, types)))
            .Concat(
                PlanParts
                    .Repeated(
                        rules.Select(entry =>
                            (
                                entry.Path,
                                $"{entry.rule.Report} {entry.rule.Part} {entry.rule.Section}"
                            )
                        )
                    )
                    .Select(entry => new RuleFault(
                        entry.Path,
                        $"Who reads it stands at {entry.First} already",
                        "Keep one of the two"
                    ))
            );
    }

    private static IEnumerable<RuleFault> OpenFor(Plan plan)
    {
        if (
            plan.Publication?.OpenFor is { } open
            && (open <= TimeSpan.Zero || open > PublicationPlan.MaxOpenFor)
        )
        {
            yield return new RuleFault(
                "publication.openFor",
                "A cycle cannot stay open so long, or no time at all, after its publication",
                "Give at most 366d, or leave it out: then the cycle ends with the publication"
            );
        }
    }

    private static IEnumerable<RuleFault> Unknown(
        string path,
        ReadingRule rule,
        Dictionary<string, ReportType> types
    )
    {
        if (!types.TryGetValue(rule.Report, out var type))
        {
            yield return new RuleFault(
                $"{path}.report",
                $"There is no report type '{rule.Report}'",
                "Name the code of a report type of this plan"
            );
            yield break;
        }

        if (rule.Part is { } part && ReportPart.Of(type).All(known => known.Code != part))
        {
            yield return new RuleFault(
                $"{path}.part",
                $"The report '{rule.Report}' has no part '{part}'",
                $"Name one of {Names(ReportPart.Of(type).Select(known => known.Code))}"
            );
        }

        if (rule.Section is { } section && type.Outline.All(known => known.Code != section))
        {
            yield return new RuleFault(
                $"{path}.section",
                $"The outline of '{rule.Report}' has no section '{section}'",
                type.Outline.Any(known => known.Code is not null)
                    ? $"Name one of {Names(type.Outline.Select(known => known.Code).OfType<string>())}"
                    : "Give the sections of its outline codes"
            );
        }
    }

    private static string Names(IEnumerable<string> codes) => string.Join(", ", codes);
}

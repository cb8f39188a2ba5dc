namespace ProgramReview.Core.Planning.Rules;

/// <summary>A body that does not owe the earlier report would wait for nothing, and its author would not notice.</summary>
internal sealed class AfterOwnRule : IPlanRule
{
    public string Code => "after-own";

    public IReadOnlyList<string> Reads => ["bodies", "reportTypes"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var owing = plan
            .ReportTypes.DistinctBy(type => type.Code)
            .ToDictionary(
                type => type.Code,
                type => type.OwedBy.ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
        return PlanParts
            .ReportTypes(plan)
            .SelectMany(entry =>
                entry.Type.AfterOwn.Select(code =>
                    (
                        entry.Path,
                        entry.Type,
                        Earlier: code,
                        Without: owing.TryGetValue(code, out var bodies)
                            ? entry.Type.OwedBy.FirstOrDefault(body => !bodies.Contains(body))
                            : null
                    )
                )
            )
            .Where(one => one.Without is not null)
            .Select(one => new RuleFault(
                $"{one.Path}.after",
                $"'{one.Without}' owes '{one.Type.Code}', but no own '{one.Earlier}' to wait for",
                $"Wait for '{one.Earlier}' of all bodies, or let the same bodies owe both"
            ));
    }
}

namespace ProgramReview.Core.Planning.Rules;

internal sealed class ContactRule : IPlanRule
{
    public string Code => "contact";

    public IReadOnlyList<string> Reads => ["bodies", "reportTypes"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var owing = plan
            .ReportTypes.SelectMany(type => type.OwedBy)
            .ToHashSet(StringComparer.Ordinal);
        return PlanParts
            .Bodies(plan)
            .Where(entry => entry.Body.Contacts.Count == 0 && owing.Contains(entry.Body.Code))
            .Select(entry => new RuleFault(
                $"{entry.Path}.contacts",
                $"'{entry.Body.Code}' owes a report but nobody there can be written to",
                "Give it at least one contact"
            ));
    }
}

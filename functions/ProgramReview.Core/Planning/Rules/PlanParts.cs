namespace ProgramReview.Core.Planning.Rules;

/// <summary>The parts of a plan together with their paths in the plan file.</summary>
internal static class PlanParts
{
    public static IEnumerable<(string Path, Body Body)> Bodies(Plan plan) =>
        plan.Bodies.Select((body, i) => (At("bodies", i), body));

    public static IEnumerable<(string Path, ReportType Type)> ReportTypes(Plan plan) =>
        plan.ReportTypes.Select((type, i) => (At("reportTypes", i), type));

    public static IEnumerable<(string Path, Person Person)> Approvers(Plan plan) =>
        plan.Approval.Approvers.Select((person, i) => (At("approval.approvers", i), person));

    public static IEnumerable<(string Path, Person Person)> Auditors(Plan plan) =>
        plan.Auditors.Select((person, i) => (At("auditors", i), person));

    public static IEnumerable<(string Path, Person Person)> People(Plan plan) =>
        Bodies(plan)
            .SelectMany(entry =>
                entry.Body.Contacts.Select((person, i) => (At($"{entry.Path}.contacts", i), person))
            )
            .Concat(Approvers(plan))
            .Concat(Auditors(plan))
            .Append(("operations", plan.Operations));

    public static string At(string list, int index) =>
        FormattableString.Invariant($"{list}[{index}]");

    /// <summary>The entries whose key stood before, each with the place of the first.</summary>
    public static IEnumerable<(string Path, string Key, string First)> Repeated(
        IEnumerable<(string Path, string Key)> entries
    ) =>
        entries
            .GroupBy(entry => entry.Key, StringComparer.Ordinal)
            .SelectMany(group =>
                group.Skip(1).Select(entry => (entry.Path, entry.Key, group.First().Path))
            );
}

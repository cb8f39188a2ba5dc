namespace ProgramReview.Core.Planning.Rules;

/// <summary>The parts of a plan together with their paths in the plan file.</summary>
internal static class PlanParts
{
    public static IEnumerable<(string Path, Body Body)> Bodies(Plan plan) =>
        plan.Bodies.Select((body, i) => (At("bodies", i), body));

    public static IEnumerable<(string Path, ReportType Type)> ReportTypes(Plan plan) =>
        plan.ReportTypes.Select((type, i) => (At("reportTypes", i), type));

    /// <summary>The outlines, a shared one only where it is used first.</summary>
    public static IEnumerable<IReadOnlyList<(string Path, OutlineSection Section)>> Outlines(
        Plan plan
    ) =>
        ReportTypes(plan)
            .DistinctBy(entry => entry.Type.Outline, ReferenceEqualityComparer.Instance)
            .Select(entry =>
                (IReadOnlyList<(string, OutlineSection)>)
                    [
                        .. entry.Type.Outline.Select(
                            (section, i) => (At($"{entry.Path}.outline", i), section)
                        ),
                    ]
            );

    /// <summary>What reports consist of, a shared list only where it is used first.</summary>
    public static IEnumerable<(string Path, IReadOnlyList<ReportPart> Parts)> PartLists(
        Plan plan
    ) =>
        ReportTypes(plan)
            .Where(entry => entry.Type.Parts is not null)
            .Select(entry => ($"{entry.Path}.parts", entry.Type.Parts!))
            .DistinctBy(entry => entry.Item2, ReferenceEqualityComparer.Instance);

    public static IEnumerable<(string Path, ReportPart Part)> Parts(Plan plan) =>
        PartLists(plan)
            .SelectMany(entry => entry.Parts.Select((part, i) => (At(entry.Path, i), part)));

    public static IEnumerable<(string Path, Indicator Indicator)> Indicators(Plan plan) =>
        (plan.Indicators ?? []).Select((indicator, i) => (At("indicators", i), indicator));

    public static IEnumerable<(string Path, Period Period)> Periods(Plan plan) =>
        (plan.Periods ?? []).Select((period, i) => (At("periods", i), period));

    /// <summary>What is owed, by the kind of body: all that decides which indicators are asked.</summary>
    public static IReadOnlyList<(string Kind, ReportType Type)> Asking(Plan plan)
    {
        var kinds = plan
            .Bodies.DistinctBy(body => body.Code)
            .ToDictionary(body => body.Code, body => body.Kind, StringComparer.Ordinal);
        return
        [
            .. plan.ReportTypes.SelectMany(type =>
                type.OwedBy.Where(kinds.ContainsKey)
                    .Select(body => kinds[body])
                    .Distinct(StringComparer.Ordinal)
                    .Select(kind => (kind, type))
            ),
        ];
    }

    public static IEnumerable<(string Path, Person Person)> Approvers(Plan plan) =>
        plan.Approval.Approvers.Select((person, i) => (At("approval.approvers", i), person));

    /// <summary>Everybody who may stand in for an approver, with the approver's id.</summary>
    public static IEnumerable<(string Path, Person Person, string Seat)> Deputies(Plan plan) =>
        Approvers(plan)
            .SelectMany(entry =>
                plan.Approval.DeputiesOf(entry.Person.Id)
                    .Select(
                        (person, i) => (At($"{entry.Path}.deputies", i), person, entry.Person.Id)
                    )
            );

    public static IEnumerable<(string Path, Person Person)> Auditors(Plan plan) =>
        plan.Auditors.Select((person, i) => (At("auditors", i), person));

    public static IEnumerable<(string Path, Person Person)> People(Plan plan) =>
        Bodies(plan)
            .SelectMany(entry =>
                entry.Body.Contacts.Select((person, i) => (At($"{entry.Path}.contacts", i), person))
            )
            .Concat(Approvers(plan))
            .Concat(Deputies(plan).Select(entry => (entry.Path, entry.Person)))
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

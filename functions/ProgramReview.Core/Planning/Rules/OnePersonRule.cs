namespace ProgramReview.Core.Planning.Rules;

internal sealed class OnePersonRule : IPlanRule
{
    public string Code => "one-person";

    public IReadOnlyList<string> Reads => ["bodies", "approval", "auditors", "operations"];

    /// <summary>An id may come back, for example as a contact who also approves, but always as the same person.</summary>
    public IEnumerable<RuleFault> Check(Plan plan) =>
        PlanParts
            .People(plan)
            .GroupBy(entry => entry.Person.Id, StringComparer.Ordinal)
            .SelectMany(group =>
                group
                    .Where(entry => entry.Person != group.First().Person)
                    .Select(entry => new RuleFault(
                        $"{entry.Path}.id",
                        $"'{entry.Person.Id}' is somebody else at {group.First().Path}",
                        "Give each person an own id, or write name, address and language alike in both places"
                    ))
            )
            .Concat(
                plan.Bodies.SelectMany(
                    (body, i) =>
                        Twice(
                            $"{PlanParts.At("bodies", i)}.contacts",
                            body.Contacts,
                            "a contact of this body"
                        )
                )
            )
            .Concat(Twice("auditors", plan.Auditors, "an auditor"));

    private static IEnumerable<RuleFault> Twice(
        string list,
        IReadOnlyList<Person> people,
        string role
    ) =>
        PlanParts
            .Repeated(people.Select((person, i) => ($"{PlanParts.At(list, i)}.id", person.Id)))
            .Select(entry => new RuleFault(
                entry.Path,
                $"'{entry.Key}' is {role} already",
                "Name each person once here"
            ));
}

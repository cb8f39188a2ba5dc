namespace ProgramReview.Core.Planning.Rules;

internal sealed class OnePersonRule : IPlanRule
{
    public string Code => "one-person";

    public IReadOnlyList<string> Reads => ["bodies", "approval", "operations"];

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
                plan.Bodies.SelectMany((body, i) => Twice(PlanParts.At("bodies", i), body.Contacts))
            );

    private static IEnumerable<RuleFault> Twice(string path, IReadOnlyList<Person> contacts) =>
        PlanParts
            .Repeated(
                contacts.Select(
                    (person, i) => ($"{PlanParts.At($"{path}.contacts", i)}.id", person.Id)
                )
            )
            .Select(entry => new RuleFault(
                entry.Path,
                $"'{entry.Key}' is a contact of this body already",
                "Name each contact once"
            ));
}

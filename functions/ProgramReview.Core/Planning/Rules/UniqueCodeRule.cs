namespace ProgramReview.Core.Planning.Rules;

internal sealed class UniqueCodeRule : IPlanRule
{
    public string Code => "unique-code";

    public IReadOnlyList<string> Reads => ["bodies", "reportTypes"];

    public IEnumerable<RuleFault> Check(Plan plan) =>
        PlanParts
            .Repeated(PlanParts.Bodies(plan).Select(entry => (entry.Path, entry.Body.Code)))
            .Concat(
                PlanParts.Repeated(
                    PlanParts.ReportTypes(plan).Select(entry => (entry.Path, entry.Type.Code))
                )
            )
            .Select(entry => new RuleFault(
                $"{entry.Path}.code",
                $"The code '{entry.Key}' is taken by {entry.First}",
                "Give each its own code"
            ));
}

namespace ProgramReview.Core.Planning.Rules;

internal sealed class CodeRule : IPlanRule
{
    public const string Remedy =
        "Use 1 to 60 of a-z, 0-9 and inner hyphens, without accents or capitals";

    public string Code => "code";

    public IReadOnlyList<string> Reads =>
        ["bodies", "reportTypes", "approval", "auditors", "operations"];

    public IEnumerable<RuleFault> Check(Plan plan) =>
        PlanParts
            .Bodies(plan)
            .SelectMany(entry =>
                new[]
                {
                    ($"{entry.Path}.code", entry.Body.Code),
                    ($"{entry.Path}.kind", entry.Body.Kind),
                }
            )
            .Concat(
                PlanParts.ReportTypes(plan).Select(entry => ($"{entry.Path}.code", entry.Type.Code))
            )
            .Concat(PlanParts.People(plan).Select(entry => ($"{entry.Path}.id", entry.Person.Id)))
            .Where(entry => !Naming.Code.IsValid(entry.Item2))
            .Select(entry => new RuleFault(entry.Item1, $"'{entry.Item2}' is not a code", Remedy));
}

namespace ProgramReview.Core.Planning.Rules;

internal sealed class OutlineRule : IPlanRule
{
    public string Code => "outline";

    public IReadOnlyList<string> Reads => ["reportTypes", "outlines"];

    public IEnumerable<RuleFault> Check(Plan plan) =>
        PlanParts
            .ReportTypes(plan)
            .Where(entry => entry.Type.Outline.Count == 0)
            .Select(entry => new RuleFault(
                $"{entry.Path}.outline",
                "The report has no sections",
                "List the sections that every report contains"
            ));
}

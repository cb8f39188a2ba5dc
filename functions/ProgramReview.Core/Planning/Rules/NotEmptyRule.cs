namespace ProgramReview.Core.Planning.Rules;

internal sealed class NotEmptyRule : IPlanRule
{
    public string Code => "not-empty";

    public IReadOnlyList<string> Reads => ["bodies", "reportTypes"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        if (plan.Bodies.Count == 0)
        {
            yield return new RuleFault(
                "bodies",
                "The plan has no bodies",
                "List at least one body that owes a report"
            );
        }

        if (plan.ReportTypes.Count == 0)
        {
            yield return new RuleFault(
                "reportTypes",
                "The plan asks for no report",
                "List at least one report type"
            );
        }
    }
}

namespace ProgramReview.Core.Planning.Rules;

internal sealed class WindowRule : IPlanRule
{
    public string Code => "window";

    public IReadOnlyList<string> Reads => ["opens", "reportTypes"];

    public IEnumerable<RuleFault> Check(Plan plan) =>
        PlanParts.ReportTypes(plan).SelectMany(entry => Check(plan, entry.Path, entry.Type));

    private static IEnumerable<RuleFault> Check(Plan plan, string path, ReportType type)
    {
        if (type.OpensAtLatest < plan.Opens)
        {
            yield return new RuleFault(
                $"{path}.opensAtLatest",
                "The report would open before the cycle does",
                "Open it at or after the plan's opens"
            );
        }

        if (type.Due.HasPassed(plan.Opens))
        {
            yield return new RuleFault(
                $"{path}.due",
                "The report is due before the cycle opens",
                "Make it due after the plan's opens"
            );
        }
        else if (type.Due.HasPassed(type.OpensAtLatest))
        {
            yield return new RuleFault(
                $"{path}.due",
                "The report is due before it opens",
                "Make it due after its opensAtLatest"
            );
        }

        if (type.Due.IsAfter(type.Closes))
        {
            yield return new RuleFault(
                $"{path}.closes",
                "The report closes before it is due",
                "Let it close at its due instant or later"
            );
        }
    }
}

namespace ProgramReview.Core.Planning.Rules;

internal sealed class CorrectionRule : IPlanRule
{
    public string Code => "correction";

    public IReadOnlyList<string> Reads => ["approval"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        if (plan.Approval.CorrectionDue <= TimeSpan.Zero)
        {
            yield return new RuleFault(
                "approval.correctionDue",
                "A correction would be late at once",
                "Give bodies time, for example 3d"
            );
        }

        if (plan.Approval.CorrectionCloses < plan.Approval.CorrectionDue)
        {
            yield return new RuleFault(
                "approval.correctionCloses",
                "A correction closes before it is due",
                "Make it at least as long as correctionDue"
            );
        }
    }
}

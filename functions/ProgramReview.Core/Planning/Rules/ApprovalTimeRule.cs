namespace ProgramReview.Core.Planning.Rules;

internal sealed class ApprovalTimeRule : IPlanRule
{
    public string Code => "approval-time";

    public IReadOnlyList<string> Reads => ["approval"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var approval = plan.Approval;
        if (approval.Closes <= TimeSpan.Zero)
        {
            yield return new RuleFault(
                "approval.closes",
                "A round would close at once",
                "Give approvers time, for example 10d"
            );
        }

        foreach (var (i, reminder) in approval.Reminders.Index())
        {
            var path = PlanParts.At("approval.reminders", i);
            if (reminder <= TimeSpan.Zero || reminder >= approval.Closes)
            {
                yield return new RuleFault(
                    path,
                    "The reminder does not fall within the round",
                    "Choose a time after the opening and before approval.closes"
                );
            }

            if (i > 0 && reminder <= approval.Reminders[i - 1])
            {
                yield return new RuleFault(
                    path,
                    "The reminder does not come after the one before it",
                    "List reminders in the order in which they are sent, each once"
                );
            }
        }
    }
}

namespace ProgramReview.Core.Planning.Warnings;

internal sealed class CorrectionTooShort : IWarningRule
{
    private static readonly TimeSpan Step = TimeSpan.FromHours(6);

    public string Code => "correction-too-short";

    // Approvers may ask for changes at any time of the first round; wherever that falls, the body needs one whole working day.
    public IEnumerable<PlanWarning> Check(Plan plan)
    {
        var calendar = WorkCalendar.Of(plan);
        var opens = ApprovalSpan.FirstRoundOpens(plan);
        var closes = opens + plan.Approval.Closes;
        for (var asked = opens; asked < closes; asked += Step)
        {
            var due = asked + plan.Approval.CorrectionDue;
            if (!calendar.HoldsWorkingDay(asked, due))
            {
                yield return new PlanWarning(
                    Code,
                    "approval.correctionDue",
                    [
                        PlannedReminders.Show(calendar.Local(asked)),
                        PlannedReminders.ShowLimit(calendar.Local(due)),
                    ]
                );
                yield break;
            }
        }
    }
}

namespace ProgramReview.Core.Planning.Warnings;

/// <summary>That a quorum is a number the approvers can reach is a rule of the plan; here they must also be at work to do it.</summary>
internal sealed class NobodyAtWorkToDecide : IWarningRule
{
    public string Code => "quorum-nobody-at-work";

    public IEnumerable<PlanWarning> Check(Plan plan)
    {
        var calendar = WorkCalendar.Of(plan);
        var opens = ApprovalSpan.FirstRoundOpens(plan);
        var closes = opens + plan.Approval.Closes;
        return calendar.HoldsWorkingDay(opens, closes)
            ? []
            :
            [
                new PlanWarning(
                    Code,
                    "approval.closes",
                    [
                        PlannedReminders.Show(calendar.Local(opens)),
                        PlannedReminders.ShowLimit(calendar.Local(closes)),
                    ]
                ),
            ];
    }
}

namespace ProgramReview.Core.Planning.Warnings;

internal sealed class ReminderAtWeekend : IWarningRule
{
    public string Code => "reminder-at-weekend";

    public IEnumerable<PlanWarning> Check(Plan plan) =>
        PlannedReminders.Where(plan, Code, (calendar, at) => calendar.IsWeekend(at));
}

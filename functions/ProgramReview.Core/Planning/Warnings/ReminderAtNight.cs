namespace ProgramReview.Core.Planning.Warnings;

internal sealed class ReminderAtNight : IWarningRule
{
    public string Code => "reminder-at-night";

    public IEnumerable<PlanWarning> Check(Plan plan) =>
        PlannedReminders.Where(plan, Code, (calendar, at) => calendar.IsNight(at));
}

namespace ProgramReview.Core.Planning.Warnings;

internal sealed class ReminderOnHoliday : IWarningRule
{
    public string Code => "reminder-on-holiday";

    // A weekend within a holiday is a weekend, and said as one.
    public IEnumerable<PlanWarning> Check(Plan plan) =>
        PlannedReminders.Where(
            plan,
            Code,
            (calendar, at) => calendar.HolidayOn(at) is not null && !calendar.IsWeekend(at)
        );
}

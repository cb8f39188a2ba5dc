using System.Globalization;
using ProgramReview.Core.Planning.Rules;

namespace ProgramReview.Core.Planning.Warnings;

/// <summary>The reminders whose instants a plan fixes: those of reports, and those of the first approval round.</summary>
internal static class PlannedReminders
{
    public static IEnumerable<(string Path, string About, DateTimeOffset At)> Of(Plan plan) =>
        PlanParts
            .ReportTypes(plan)
            .SelectMany(entry =>
                entry.Type.Reminders.Select(
                    (at, i) => (PlanParts.At($"{entry.Path}.reminders", i), entry.Type.Code, at)
                )
            )
            .Concat(
                plan.Approval.Reminders.Select(
                    (after, i) =>
                        (
                            PlanParts.At("approval.reminders", i),
                            "approval",
                            ApprovalSpan.FirstRoundOpens(plan) + after
                        )
                )
            );

    /// <summary>One warning for each reminder at an instant that a rule minds.</summary>
    public static IEnumerable<PlanWarning> Where(
        Plan plan,
        string code,
        Func<WorkCalendar, DateTimeOffset, bool> isMinded
    )
    {
        var calendar = WorkCalendar.Of(plan);
        return Of(plan)
            .Where(reminder => isMinded(calendar, reminder.At))
            .Select(reminder => new PlanWarning(
                code,
                reminder.Path,
                [reminder.About, Show(calendar.Local(reminder.At))]
            ));
    }

    /// <summary>The end of something as an argument of a warning.</summary>
    public static string ShowLimit(DateTimeOffset instant) => PlanWarning.Limit + Show(instant);

    /// <summary>An instant at which something happens as an argument of a warning.</summary>
    public static string Show(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}

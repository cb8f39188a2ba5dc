using System.Globalization;
using ProgramReview.Core.Planning.Rules;

namespace ProgramReview.Core.Planning.Warnings;

internal sealed class LastReminderOverQuota : IWarningRule
{
    public string Code => "reminder-over-quota";

    public IEnumerable<PlanWarning> Check(Plan plan)
    {
        if (plan.MailQuota is not { } quota)
        {
            yield break;
        }
        var contacts = plan
            .Bodies.DistinctBy(body => body.Code)
            .ToDictionary(body => body.Code, body => body.Contacts.Count, StringComparer.Ordinal);
        // At the worst nobody has sent anything, and all reminders of one instant stand in one queue.
        var queues = plan
            .ReportTypes.SelectMany(type =>
                type.Reminders.Select(at =>
                    (At: at, Mails: type.OwedBy.Sum(code => contacts.GetValueOrDefault(code)))
                )
            )
            .GroupBy(pair => pair.At, pair => pair.Mails)
            .ToDictionary(group => group.Key, group => group.Sum());
        var calendar = WorkCalendar.Of(plan);
        foreach (var (path, type) in PlanParts.ReportTypes(plan))
        {
            if (type.Reminders.Count == 0)
            {
                continue;
            }
            var last = type.Reminders[^1];
            var arrives = last + quota.Delay(queues[last]);
            if (type.Due.HasPassed(arrives))
            {
                yield return new PlanWarning(
                    Code,
                    PlanParts.At($"{path}.reminders", type.Reminders.Count - 1),
                    [
                        type.Code,
                        queues[last].ToString(CultureInfo.InvariantCulture),
                        PlannedReminders.Show(calendar.Local(arrives)),
                    ]
                );
            }
        }
    }
}

namespace ProgramReview.Core.Planning.Rules;

internal sealed class ReminderRule : IPlanRule
{
    public string Code => "reminder";

    public IReadOnlyList<string> Reads => ["opens", "timeZone", "reportTypes"];

    public IEnumerable<RuleFault> Check(Plan plan) =>
        PlanParts
            .ReportTypes(plan)
            .SelectMany(entry => Check($"{entry.Path}.reminders", entry.Type));

    private static IEnumerable<RuleFault> Check(string path, ReportType type)
    {
        foreach (var (i, reminder) in type.Reminders.Index())
        {
            var at = PlanParts.At(path, i);
            if (reminder <= type.OpensAtLatest)
            {
                yield return new RuleFault(
                    at,
                    "The reminder may go out before the report was asked for",
                    "Bring it closer to the due instant, or drop it"
                );
            }

            if (type.Due.HasPassed(reminder))
            {
                yield return new RuleFault(
                    at,
                    "The reminder comes when the report is already late",
                    "Send it earlier"
                );
            }

            if (i > 0 && reminder <= type.Reminders[i - 1])
            {
                yield return new RuleFault(
                    at,
                    "The reminder does not come after the one before it",
                    "List reminders in the order in which they are sent, each once"
                );
            }
        }
    }
}

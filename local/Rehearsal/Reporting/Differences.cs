using ProgramReview.Functions.Uploading;

namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>Compares two rehearsals in which people behave alike: what is left is what the plans make different.</summary>
public static class Differences
{
    /// <summary>All differences, by kind and name.</summary>
    public static IReadOnlyList<PlanDifference> Between(
        RehearsalReport before,
        RehearsalReport after
    ) =>
        [
            .. Compare(DifferenceKind.Instant, Instants(before), Instants(after)),
            .. Compare(
                DifferenceKind.Mail,
                Mails(before, mail => mail.At),
                Mails(after, mail => mail.At)
            ),
            .. Compare(
                DifferenceKind.Link,
                Mails(before, mail => mail.LinkExpires),
                Mails(after, mail => mail.LinkExpires)
            ),
            .. Compare(DifferenceKind.Timer, Timers(before), Timers(after)),
        ];

    private static IEnumerable<(string Name, DateTimeOffset At)> Instants(RehearsalReport report) =>
        report.Instants.Select(instant => ($"{instant.About}: {instant.What}", instant.At));

    // The id of a mail about a file bears a name that chance made; what it is about and to whom says as much.
    private static IEnumerable<(string Name, DateTimeOffset At)> Mails(
        RehearsalReport report,
        Func<SentMail, DateTimeOffset?> when
    ) =>
        report
            .SentMails.Where(mail => when(mail) is not null)
            .Select(mail => (WithoutCycle(report, NameOf(mail)), when(mail)!.Value));

    private static string NameOf(SentMail mail) =>
        mail.Kind switch
        {
            nameof(ReceivedLetter) => $"{mail.About}~received~{mail.Person}",
            nameof(CheckedLetter) => $"{mail.About}~checked~{mail.Person}",
            _ => mail.Id,
        };

    private static IEnumerable<(string Name, DateTimeOffset At)> Timers(RehearsalReport report) =>
        report.Timers.Select(timer => (WithoutCycle(report, timer.Instance), timer.Due));

    // Two plans are two cycles; their names differ in nothing that matters here.
    private static string WithoutCycle(RehearsalReport report, string name) =>
        name.Replace(report.Cycle, "cycle", StringComparison.Ordinal);

    private static IEnumerable<PlanDifference> Compare(
        DifferenceKind kind,
        IEnumerable<(string Name, DateTimeOffset At)> before,
        IEnumerable<(string Name, DateTimeOffset At)> after
    )
    {
        var (first, other) = (ByName(before), ByName(after));
        foreach (var name in first.Keys.Union(other.Keys).Order(StringComparer.Ordinal))
        {
            var old = first.GetValueOrDefault(name) ?? [];
            var fresh = other.GetValueOrDefault(name) ?? [];
            // What both have needs no word; of the rest the first goes with the first.
            var gone = Without(old, fresh);
            var come = Without(fresh, old);
            for (var place = 0; place < Math.Max(gone.Count, come.Count); place++)
            {
                yield return new PlanDifference(kind, name, At(gone, place), At(come, place));
            }
        }
    }

    private static Dictionary<string, List<DateTimeOffset>> ByName(
        IEnumerable<(string Name, DateTimeOffset At)> things
    ) =>
        things
            .GroupBy(thing => thing.Name, thing => thing.At, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Order().ToList());

    private static List<DateTimeOffset> Without(
        List<DateTimeOffset> some,
        List<DateTimeOffset> others
    )
    {
        var left = new List<DateTimeOffset>(some);
        foreach (var other in others)
        {
            left.Remove(other);
        }
        return left;
    }

    private static DateTimeOffset? At(List<DateTimeOffset> instants, int place) =>
        place < instants.Count ? instants[place] : null;
}

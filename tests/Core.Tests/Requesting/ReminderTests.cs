using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Requesting;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Requesting;

/// <summary>When reminders go out while people move the due instant: told as the list of all of them.</summary>
public sealed class ReminderTests
{
    private static readonly DateTimeOffset Start = At("2024-09-01T09:00:00+07:00");

    private static readonly ReportTerms Terms = new()
    {
        Window = 1,
        Cause = OpeningCause.Plan,
        Opens = Start,
        OpensAtLatest = Start,
        Due = InDays(6),
        Closes = InDays(30),
        Parts = Whole,
        Reminders = [Start.AddDays(4), Start.AddDays(5)],
    };

    [Theory]
    [InlineData("", "4 5")]
    [InlineData("at 1 to 14", "12 13")]
    [InlineData("at 4.5 to 14", "4 12 13")]
    [InlineData("at 5.5 to 6.5", "4 5")]
    [InlineData("at 7 to 14", "4 5 12 13")]
    [InlineData("at 1 to 14, at 2 to 10", "8 9")]
    [InlineData("at 4.5 to 14, at 4.6 to 6", "4 5")]
    public void Reminders_follow_the_due_in_force(string moves, string expected)
    {
        var sent = Play(ParseMoves(moves), restartedAt: null);

        Assert.Equal(expected, string.Join(' ', sent));
    }

    // The outbox knows every mail by its occasion, so what is asked for again is not sent again.
    [Theory]
    [InlineData("", 4.2)]
    [InlineData("at 4.5 to 14", 12.5)]
    public void A_process_that_is_started_again_asks_for_nothing_else(
        string moves,
        double restartedAt
    ) =>
        Assert.Equal(
            Play(ParseMoves(moves), restartedAt: null),
            Play(ParseMoves(moves), restartedAt)
        );

    // Looks at every tenth of a day, as a process does that is woken for any reason.
    private static List<double> Play(
        IReadOnlyList<(double At, double To)> moves,
        double? restartedAt
    )
    {
        var sent = new Dictionary<ReportEffect.Mail, double>();
        var progress = ReportProgress.Start;
        for (var tenth = 0; tenth <= 290; tenth++)
        {
            var day = tenth / 10.0;
            if (restartedAt == day)
            {
                progress = ReportProgress.Start;
            }
            var due = moves
                .Where(move => move.At <= day)
                .Select(move => InDays(move.To))
                .LastOrDefault(Terms.Due);
            var step = ReportProcess.Advance(Terms, progress, Snapshot(due), Start.AddDays(day));
            foreach (
                var mail in step
                    .Effects.OfType<ReportEffect.Mail>()
                    .Where(mail => mail.Occasion == MailOccasion.Reminder)
            )
            {
                sent.TryAdd(mail, day);
            }
            progress = step.Progress;
        }
        return [.. sent.Values.Order()];
    }

    private static ReportSnapshot Snapshot(Deadline due) =>
        new()
        {
            Window = 1,
            Due = due,
            Closes = Terms.Closes,
            IsAccepted = false,
            IsExempt = false,
            Outcome = null,
            StageIsOpen = true,
        };

    private static Deadline InDays(double days) => Deadline.At(Start.AddDays(days));

    private static List<(double At, double To)> ParseMoves(string moves) =>
        [
            .. moves
                .Split(", ", StringSplitOptions.RemoveEmptyEntries)
                .Select(move => move.Split(' '))
                .Select(words =>
                    (
                        double.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture),
                        double.Parse(words[3], System.Globalization.CultureInfo.InvariantCulture)
                    )
                ),
        ];
}

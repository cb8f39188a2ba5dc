using ProgramReview.Core.Events;
using ProgramReview.Core.Requesting;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Requesting;

public sealed class StillNeededTests
{
    [Theory]
    [InlineData(MailOccasion.Request, 1, false, true, "asked for")]
    [InlineData(MailOccasion.Request, 1, true, true, "an accepted one can still be replaced")]
    [InlineData(MailOccasion.Reminder, 1, false, true, "nothing has come")]
    [InlineData(MailOccasion.Reminder, 1, true, false, "it came between deciding and sending")]
    [InlineData(MailOccasion.Overdue, 1, false, true, "nothing has come")]
    [InlineData(MailOccasion.Overdue, 1, true, false, "the look at due found it")]
    [InlineData(MailOccasion.Reminder, 2, false, false, "this generation has not opened")]
    public void A_mail_is_sent_only_while_it_is_needed(
        MailOccasion occasion,
        int window,
        bool accepted,
        bool needed,
        string why
    )
    {
        Event[] came = accepted ? [Recorded("2024-09-09T09:00:00+07:00")] : [];

        Assert.True(StillNeeded.For(occasion, window, State([Opened(), .. came])) == needed, why);
    }

    [Theory]
    [InlineData(MailOccasion.Request)]
    [InlineData(MailOccasion.Reminder)]
    [InlineData(MailOccasion.Overdue)]
    public void Nobody_who_is_through_gets_mail(MailOccasion occasion)
    {
        var ended = new AssignmentEvent.WindowEnded(1, WindowOutcome.Missing);
        var exempted = new AssignmentEvent.Exempted("operator", "Sáp nhập");

        Assert.False(StillNeeded.For(occasion, 1, State()));
        Assert.False(StillNeeded.For(occasion, 1, State(Opened(), ended)));
        Assert.False(StillNeeded.For(occasion, 1, State(Opened(), ended, Opened(2))));
        Assert.False(StillNeeded.For(occasion, 1, State(Opened(), exempted)));
        Assert.True(StillNeeded.For(occasion, 2, State(Opened(), ended, Opened(2))));
    }
}

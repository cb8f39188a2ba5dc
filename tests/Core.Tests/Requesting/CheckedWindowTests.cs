using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Requesting;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Requesting;

/// <summary>A window does not end while anything is unknown that it was sent, or can still be mended.</summary>
public sealed class CheckedWindowTests
{
    private static readonly DateTimeOffset AtClose = At("2024-10-01T00:00:00+07:00");
    private static readonly ReportProgress Looked = ReportProgress.Start with
    {
        Requested = true,
        CloseSeen = true,
    };

    private static readonly ReportSnapshot Closed = new()
    {
        Window = 1,
        Due = Due,
        Closes = Closes,
        IsAccepted = false,
        IsExempt = false,
        Outcome = null,
        StageIsOpen = true,
    };

    [Fact]
    public void It_waits_for_an_outstanding_check_until_its_time_is_up()
    {
        var until = AtClose.AddHours(1);

        var step = Advance(Closed with { ChecksUntil = until }, AtClose);

        Assert.Empty(step.Effects);
        Assert.Equal(until, step.WakeAt);
    }

    [Fact]
    public void Then_it_gives_the_check_up_and_looks_again()
    {
        var until = AtClose.AddHours(1);

        var step = Advance(Closed with { ChecksUntil = until }, until);

        Assert.Equal([new ReportEffect.GiveUpChecks(until)], step.Effects);
        Assert.Equal(until, step.WakeAt);
    }

    [Fact]
    public void What_the_close_leaves_open_is_told_once_all_is_known()
    {
        var correctable = Closed with { CorrectionsUntil = Deadline.At(AtClose.AddDays(2)) };
        var unexplained = Closed with { IsAccepted = true, IsUnexplained = true };
        var later = AtClose.AddMinutes(7);

        Assert.Equal([Told(AtClose)], Advance(correctable, AtClose).Effects);
        Assert.Equal([Told(AtClose)], Advance(unexplained, AtClose).Effects);
        Assert.Empty(
            Advance(unexplained with { ChecksUntil = AtClose.AddHours(1) }, AtClose).Effects
        );
        Assert.Equal([Told(later)], Advance(unexplained, later).Effects);
        Assert.Equal(
            new ReportEffect.End(WindowOutcome.Accepted),
            ReportProcess
                .Advance(
                    Terms(OpeningCause.Plan),
                    Advance(unexplained, AtClose).Progress,
                    unexplained,
                    AtClose
                )
                .Effects[0]
        );

        static ReportEffect Told(DateTimeOffset since) =>
            new ReportEffect.Mail(MailOccasion.Closed, 0, Due, since);
    }

    [Fact]
    public void A_reopening_waits_for_answers_to_its_questions_until_its_close()
    {
        var asked = Closed with { IsAccepted = true, IsUnexplained = true };

        var waits = Advance(asked, AtClose.AddDays(-30), OpeningCause.Returned);
        var ends = Advance(
            asked with
            {
                IsUnexplained = false,
            },
            AtClose.AddDays(-30),
            OpeningCause.Returned
        );

        Assert.DoesNotContain(waits.Effects, effect => effect is ReportEffect.End);
        Assert.Contains(new ReportEffect.End(WindowOutcome.Accepted), ends.Effects);
    }

    [Fact]
    public void It_waits_for_corrections_to_the_end_of_their_time_looks_and_ends()
    {
        var end = Deadline.At(AtClose.AddDays(2));
        var correctable = Closed with { CorrectionsUntil = end };
        var told = Looked with { CloseTold = true };

        var waiting = ReportProcess.Advance(Terms(OpeningCause.Plan), told, correctable, AtClose);
        var look = ReportProcess.Advance(
            Terms(OpeningCause.Plan),
            told,
            correctable,
            AtClose.AddDays(2)
        );
        var ending = ReportProcess.Advance(
            Terms(OpeningCause.Plan),
            look.Progress,
            correctable,
            AtClose.AddDays(2)
        );

        Assert.Empty(waiting.Effects);
        Assert.Equal(AtClose.AddDays(2), waiting.WakeAt);
        Assert.Equal([new ReportEffect.LookForUploads()], look.Effects);
        Assert.Equal(new ReportEffect.End(WindowOutcome.Missing), ending.Effects[0]);
    }

    [Fact]
    public void What_was_corrected_ends_it_before_that() =>
        Assert.Equal(
            new ReportEffect.End(WindowOutcome.Accepted),
            Advance(Closed with { IsAccepted = true }, AtClose.AddHours(3)).Effects[0]
        );

    [Fact]
    public void A_reopening_that_is_accepted_ends_once_nothing_is_being_checked()
    {
        var accepted = Closed with { IsAccepted = true };
        var before = AtClose.AddDays(-30);

        var waits = Advance(
            accepted with
            {
                ChecksUntil = AtClose.AddHours(1),
            },
            before,
            OpeningCause.Returned
        );
        var ends = Advance(accepted, before, OpeningCause.Returned);

        Assert.DoesNotContain(waits.Effects, effect => effect is ReportEffect.End);
        Assert.Contains(new ReportEffect.End(WindowOutcome.Accepted), ends.Effects);
    }

    [Theory]
    [InlineData(MailOccasion.Reminder, false)]
    [InlineData(MailOccasion.Overdue, false)]
    [InlineData(MailOccasion.Request, true)]
    public void Nobody_is_reminded_of_what_is_being_checked(MailOccasion occasion, bool expected) =>
        Assert.Equal(
            expected,
            StillNeeded.For(occasion, 1, State(Opened(), Unchecked("2024-09-09T09:00:00+07:00")))
        );

    private static ReportStep Advance(
        ReportSnapshot snapshot,
        DateTimeOffset now,
        OpeningCause cause = OpeningCause.Plan
    ) => ReportProcess.Advance(Terms(cause), Looked, snapshot, now);

    private static ReportTerms Terms(OpeningCause cause) =>
        new()
        {
            Window = 1,
            Cause = cause,
            Opens = Opening,
            OpensAtLatest = Opening,
            Due = Due,
            Closes = Closes,
            Parts = Whole,
            Reminders = [],
        };
}

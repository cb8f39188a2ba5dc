using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Requesting;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Requesting;

public sealed class ReportProcessTests
{
    private const string Wake = "wake ";

    private static readonly ReportTerms Terms = new()
    {
        Window = 1,
        Cause = OpeningCause.Plan,
        Opens = Opening,
        OpensAtLatest = At("2024-08-05T08:00:00+07:00"),
        Due = Due,
        Closes = Closes,
        Parts = Whole,
        Reminders =
        [
            At("2024-08-28T09:00:00+07:00"),
            At("2024-09-04T09:00:00+07:00"),
            At("2024-09-09T09:00:00+07:00"),
        ],
    };

    private static readonly ReportProgress Asked = ReportProgress.Start with { Requested = true };
    private static readonly ReportProgress Reminded = Asked with { RemindersDone = 3 };
    private static readonly ReportProgress Overdue = Reminded with { DueSeen = true };

    private static readonly ReportSnapshot NotOpen = new()
    {
        Window = 0,
        Due = null,
        Closes = null,
        IsAccepted = false,
        IsExempt = false,
        Outcome = null,
        StageIsOpen = true,
    };

    private static readonly ReportSnapshot Running = NotOpen with
    {
        Window = 1,
        Due = Due,
        Closes = Closes,
    };

    private static readonly ReportSnapshot Accepted = Running with { IsAccepted = true };

    private static readonly ReportSnapshot Extended = Running with
    {
        Due = Instant("2024-09-16T00:00:00+07:00"),
    };

    private static readonly ReportSnapshot ExtendedBeyondTheClose = Running with
    {
        Due = Instant("2024-10-05T00:00:00+07:00"),
        Closes = Instant("2024-10-05T00:00:00+07:00"),
    };

    private static readonly ReportTerms CorrectionTerms = Terms with
    {
        Window = 2,
        Cause = OpeningCause.ChangesAsked,
        Opens = At("2024-10-07T09:00:00+07:00"),
        OpensAtLatest = At("2024-10-07T09:00:00+07:00"),
        Due = Instant("2024-10-10T00:00:00+07:00"),
        Closes = Instant("2024-10-12T00:00:00+07:00"),
        Reminders = [],
    };

    private static readonly ReportSnapshot BeforeCorrection = Accepted with
    {
        Outcome = WindowOutcome.Accepted,
        StageIsOpen = false,
    };

    private static readonly ReportSnapshot Correcting = Running with
    {
        Window = 2,
        Due = CorrectionTerms.Due,
        Closes = CorrectionTerms.Closes,
    };

    // csharpier-ignore - a table reads by the line
    public static TheoryData<string, ReportProgress, ReportSnapshot, string, string> Steps =>
        new()
        {
            { "before the cycle opens it sleeps", ReportProgress.Start, NotOpen, "2024-07-31T00:00:00+07:00", "wake 2024-08-01T08:00:00+07:00" },
            { "it opens with the cycle", ReportProgress.Start, NotOpen, "2024-08-01T08:00:00+07:00", "open; wake now" },
            { "an earlier stage holds it back, at the latest until", ReportProgress.Start, NotOpen with { StageIsOpen = false }, "2024-08-01T08:00:00+07:00", "wake 2024-08-05T08:00:00+07:00" },
            { "an open stage does not open it early", ReportProgress.Start, NotOpen, "2024-08-01T07:59:59+07:00", "wake 2024-08-01T08:00:00+07:00" },
            { "it opens though an earlier stage is not settled", ReportProgress.Start, NotOpen with { StageIsOpen = false }, "2024-08-05T08:00:00+07:00", "open; wake now" },
            { "an exempt body's opens at once, to be ended", ReportProgress.Start, NotOpen with { IsExempt = true, StageIsOpen = false }, "2024-07-31T00:00:00+07:00", "open; wake now" },
            { "it asks once it has opened", ReportProgress.Start, Running, "2024-08-01T08:00:00+07:00", "request; wake 2024-08-28T09:00:00+07:00" },
            { "it asks once only", Asked, Running, "2024-08-02T08:00:00+07:00", "wake 2024-08-28T09:00:00+07:00" },
            { "a tick before a reminder it sleeps on", Asked, Running, "2024-08-28T08:59:59.9999999+07:00", "wake 2024-08-28T09:00:00+07:00" },
            { "at the instant it reminds", Asked, Running, "2024-08-28T09:00:00+07:00", "reminder 1; wake 2024-09-04T09:00:00+07:00" },
            { "after a long sleep it sends the latest reminder only", Asked, Running, "2024-09-10T12:00:00+07:00", "reminder 3; wake 2024-09-11T00:00:00+07:00" },
            { "two days late it reminds of what is next", Asked, Running, "2024-09-06T12:00:00+07:00", "reminder 2; wake 2024-09-09T09:00:00+07:00" },
            { "reminders behind it sleeps until due", Reminded, Running, "2024-09-10T23:59:59+07:00", "wake 2024-09-11T00:00:00+07:00" },
            { "who is accepted is reminded all the same: the sender decides", Asked with { StageRung = true }, Accepted, "2024-09-04T09:00:00+07:00", "reminder 2; wake 2024-09-09T09:00:00+07:00" },
            { "a reminder that would come after due is dropped", Asked, Running, "2024-09-11T00:00:00+07:00", "look; overdue; wake 2024-10-01T00:00:00+07:00" },
            { "at due it looks, then says overdue", Reminded, Running, "2024-09-11T00:00:00+07:00", "look; overdue; wake 2024-10-01T00:00:00+07:00" },
            { "once", Overdue, Running, "2024-09-12T00:00:00+07:00", "wake 2024-10-01T00:00:00+07:00" },
            { "it tells later stages when it is accepted", Reminded, Accepted, "2024-09-10T12:00:00+07:00", "ring later stages; wake 2024-09-11T00:00:00+07:00" },
            { "once", Reminded with { StageRung = true }, Accepted, "2024-09-10T12:00:00+07:00", "wake 2024-09-11T00:00:00+07:00" },
            { "late too", Overdue, Accepted, "2024-09-20T12:00:00+07:00", "ring later stages; wake 2024-10-01T00:00:00+07:00" },
            { "an extension moves the due instant and the reminders with it", Reminded, Extended, "2024-09-11T00:00:00+07:00", "wake 2024-09-14T09:00:00+07:00" },
            { "the next one comes as long before the new due", Reminded with { RemindersDone = 2 }, Extended, "2024-09-14T09:00:00+07:00", "reminder 3; wake 2024-09-16T00:00:00+07:00" },
            { "of what the new due puts behind them nobody is reminded", Asked with { RemindersDone = 1 }, Extended with { DueMovedAt = At("2024-09-09T12:00:00+07:00") }, "2024-09-09T12:00:00+07:00", "wake 2024-09-14T09:00:00+07:00" },
            { "nor when the process is started again", ReportProgress.Start with { Requested = true }, Extended with { DueMovedAt = At("2024-09-09T12:00:00+07:00") }, "2024-09-10T12:00:00+07:00", "wake 2024-09-14T09:00:00+07:00" },
            { "of what came after the move they are", Asked with { RemindersDone = 1 }, Extended with { DueMovedAt = At("2024-09-09T12:00:00+07:00") }, "2024-09-14T09:00:00+07:00", "reminder 3; wake 2024-09-16T00:00:00+07:00" },
            { "granted after due, it takes the overdue back", Overdue, Extended, "2024-09-12T00:00:00+07:00", "wake 2024-09-14T09:00:00+07:00" },
            { "and says overdue again when it runs out", Reminded, Extended, "2024-09-16T00:00:00+07:00", "look; overdue; wake 2024-10-01T00:00:00+07:00" },
            { "beyond the close it moves the close", Overdue with { CloseSeen = true }, ExtendedBeyondTheClose, "2024-10-01T00:00:00+07:00", "wake 2024-10-03T09:00:00+07:00" },
            { "which then ends it", Overdue with { CloseSeen = true }, ExtendedBeyondTheClose, "2024-10-05T00:00:00+07:00", "end Missing; ring later stages" },
            { "at the close it looks before it ends", Overdue, Running, "2024-10-01T00:00:00+07:00", "look; wake now" },
            { "and ends: nothing came", Overdue with { CloseSeen = true }, Running, "2024-10-01T00:00:00+07:00", "end Missing; ring later stages" },
            { "and ends: the look found one", Overdue with { CloseSeen = true }, Accepted, "2024-10-01T00:00:00+07:00", "end Accepted; ring later stages" },
            { "accepted, it looks all the same: a newer one may have come", Overdue, Accepted, "2024-10-01T00:00:00+07:00", "look; wake now" },
            { "a process that slept through everything looks first", ReportProgress.Start, Running, "2024-12-01T00:00:00+07:00", "look; wake now" },
            { "the plan's own window runs to its close though accepted", Overdue with { StageRung = true }, Accepted, "2024-09-30T23:59:59+07:00", "wake 2024-10-01T00:00:00+07:00" },
            { "an exemption ends it", Asked, Running with { IsExempt = true }, "2024-08-20T00:00:00+07:00", "end Exempt; ring later stages" },
            { "though accepted", Asked, Accepted with { IsExempt = true }, "2024-08-20T00:00:00+07:00", "end Exempt; ring later stages" },
            { "though closed", Overdue, Running with { IsExempt = true }, "2024-10-01T00:00:00+07:00", "end Exempt; ring later stages" },
            { "what has ended does nothing more", Overdue, Running with { Outcome = WindowOutcome.Missing }, "2024-10-01T00:00:00+07:00", "" },
            { "nor does it after an exemption", Overdue, Running with { Outcome = WindowOutcome.Exempt, IsExempt = true }, "2024-10-01T00:00:00+07:00", "" },
            { "a process that a newer window overtook does nothing", Asked, Running with { Window = 2 }, "2024-08-20T00:00:00+07:00", "" },
        };

    [Theory]
    [MemberData(nameof(Steps))]
    public void The_next_step_of_the_plans_own_generation(
        string why,
        ReportProgress progress,
        ReportSnapshot snapshot,
        string now,
        string expected
    ) => AssertStep(Terms, why, progress, snapshot, now, expected);

    // csharpier-ignore - a table reads by the line
    public static TheoryData<string, ReportProgress, ReportSnapshot, string, string> Corrections =>
        new()
        {
            { "it opens at once, whatever the stage", ReportProgress.Start, BeforeCorrection, "2024-10-07T09:00:00+07:00", "open; wake now" },
            { "it asks", ReportProgress.Start, Correcting, "2024-10-07T09:00:00+07:00", "request; wake 2024-10-10T00:00:00+07:00" },
            { "it ends when it is accepted", Asked, Correcting with { IsAccepted = true }, "2024-10-08T09:00:00+07:00", "end Accepted; ring later stages" },
            { "late too", Asked, Correcting with { IsAccepted = true }, "2024-10-11T09:00:00+07:00", "end Accepted; ring later stages" },
            { "it is overdue like any other", Asked, Correcting, "2024-10-10T00:00:00+07:00", "look; overdue; wake 2024-10-12T00:00:00+07:00" },
            { "it closes like any other", Asked with { DueSeen = true }, Correcting, "2024-10-12T00:00:00+07:00", "look; wake now" },
            { "without a correction it is missing", Asked with { DueSeen = true, CloseSeen = true }, Correcting, "2024-10-12T00:00:00+07:00", "end Missing; ring later stages" },
        };

    [Theory]
    [MemberData(nameof(Corrections))]
    public void The_next_step_of_a_correction(
        string why,
        ReportProgress progress,
        ReportSnapshot snapshot,
        string now,
        string expected
    ) => AssertStep(CorrectionTerms, why, progress, snapshot, now, expected);

    [Fact]
    public void What_is_done_is_remembered()
    {
        var asked = Step(Terms, ReportProgress.Start, Running, "2024-08-29T00:00:00+07:00");
        var overdue = Step(Terms, asked.Progress, Accepted, "2024-09-11T00:00:00+07:00");
        var closing = Step(Terms, overdue.Progress, Accepted, "2024-10-01T00:00:00+07:00");

        Assert.Equal(new ReportProgress(true, 1, false, false, false), asked.Progress);
        Assert.Equal(new ReportProgress(true, 1, true, false, true), overdue.Progress);
        Assert.Equal(new ReportProgress(true, 1, true, true, true), closing.Progress);
    }

    [Fact]
    public void Whoever_was_overdue_before_an_extension_is_overdue_again_after_it()
    {
        var granted = Step(Terms, Overdue, Extended, "2024-09-12T00:00:00+07:00");
        var ranOut = Step(Terms, granted.Progress, Extended, "2024-09-16T00:00:00+07:00");

        Assert.Equal(
            [
                new ReportEffect.LookForUploads(),
                new ReportEffect.Mail(
                    MailOccasion.Overdue,
                    0,
                    Extended.Due!.Value,
                    At("2024-09-16T00:00:00+07:00")
                ),
            ],
            ranOut.Effects
        );
    }

    [Fact]
    public void A_snapshot_says_what_the_state_says()
    {
        var extension = new AssignmentEvent.DueExtended(
            1,
            Due,
            Extended.Due!.Value,
            Closes,
            "operator",
            "Bão số 3"
        );

        Assert.Equal(NotOpen, ReportSnapshot.Of(State(), stageIsOpen: true));
        Assert.Equal(Running, ReportSnapshot.Of(State(Opened()), stageIsOpen: true));
        Assert.Equal(Extended, ReportSnapshot.Of(State(Opened(), extension), stageIsOpen: true));
        Assert.Equal(
            Accepted with
            {
                StageIsOpen = false,
            },
            ReportSnapshot.Of(
                State(Opened(), Recorded("2024-09-09T09:00:00+07:00")),
                stageIsOpen: false
            )
        );
    }

    private static ReportStep Step(
        ReportTerms terms,
        ReportProgress progress,
        ReportSnapshot snapshot,
        string now
    ) => ReportProcess.Advance(terms, progress, snapshot, At(now));

    private static void AssertStep(
        ReportTerms terms,
        string why,
        ReportProgress progress,
        ReportSnapshot snapshot,
        string now,
        string expected
    )
    {
        var step = Step(terms, progress, snapshot, now);

        var words = step.Effects.Select(Word);
        if (step.WakeAt is { } wake)
        {
            words = words.Append(
                wake == At(now)
                    ? Wake + "now"
                    : Wake + Deadline.At(wake.ToOffset(TimeSpan.FromHours(7)))
            );
        }
        var got = string.Join("; ", words);
        Assert.True(got == expected, $"{why}: {got}");
    }

    private static string Word(ReportEffect effect) =>
        effect switch
        {
            ReportEffect.Open => "open",
            ReportEffect.Mail { Occasion: MailOccasion.Request } => "request",
            ReportEffect.Mail { Occasion: MailOccasion.Reminder, Number: var number } =>
                $"reminder {number}",
            ReportEffect.Mail { Occasion: MailOccasion.Overdue } => "overdue",
            ReportEffect.LookForUploads => "look",
            ReportEffect.WakeLaterStages => "ring later stages",
            ReportEffect.End end => $"end {end.Outcome}",
            _ => throw new InvalidOperationException($"{effect} has no word."),
        };
}

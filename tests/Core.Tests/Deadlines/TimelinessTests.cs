using CsCheck;
using ProgramReview.Core.Deadlines;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Deadlines;

public sealed class TimelinessTests
{
    private const string Extended = "2024-09-16T00:00:00+07:00";

    /// <summary>Due at the end of 10 September, closed from the end of 30 September on, Hanoi time.</summary>
    // csharpier-ignore - a table reads by the line
    public static TheoryData<
        string,
        string?,
        bool,
        TimelinessVerdict,
        TimelinessReason,
        string
    > Dates =>
        new()
        {
            { "2024-08-01T08:00:00+07:00", null, false, TimelinessVerdict.OnTime, TimelinessReason.BeforeDue, "the day it opened" },
            { "2024-09-10T23:59:59+07:00", null, false, TimelinessVerdict.OnTime, TimelinessReason.BeforeDue, "the last second" },
            { "2024-09-10T23:59:59.9999999+07:00", null, false, TimelinessVerdict.OnTime, TimelinessReason.BeforeDue, "the last tick" },
            { "2024-09-11T00:00:00+07:00", null, false, TimelinessVerdict.Late, TimelinessReason.AfterDue, "due itself is late: the instant is exclusive" },
            { "2024-09-11T00:00:00.0000001+07:00", null, false, TimelinessVerdict.Late, TimelinessReason.AfterDue, "the first tick after" },
            { "2024-09-11T00:00:01+07:00", null, false, TimelinessVerdict.Late, TimelinessReason.AfterDue, "the first second after" },
            { "2024-09-10T17:00:00Z", null, false, TimelinessVerdict.Late, TimelinessReason.AfterDue, "due itself, said in UTC" },
            { "2024-09-10T16:59:59Z", null, false, TimelinessVerdict.OnTime, TimelinessReason.BeforeDue, "one second before, said in UTC" },
            { "2024-09-30T23:59:59.9999999+07:00", null, false, TimelinessVerdict.Late, TimelinessReason.AfterDue, "the last tick before the close" },
            { "2024-10-01T00:00:00+07:00", null, false, TimelinessVerdict.Refused, TimelinessReason.AfterCloses, "the close itself is closed" },
            { "2024-10-01T00:00:00.0000001+07:00", null, false, TimelinessVerdict.Refused, TimelinessReason.AfterCloses, "the first tick after the close" },
            { "2024-10-01T00:00:01+07:00", null, false, TimelinessVerdict.Refused, TimelinessReason.AfterCloses, "the first second after the close" },
            { "2025-10-01T00:00:00+07:00", null, false, TimelinessVerdict.Refused, TimelinessReason.AfterCloses, "a year after" },
            { "2024-09-10T23:59:59+07:00", Extended, false, TimelinessVerdict.OnTime, TimelinessReason.BeforeDue, "an extension that was not needed is not named" },
            { "2024-09-11T00:00:00+07:00", Extended, false, TimelinessVerdict.OnTime, TimelinessReason.BeforeExtendedDue, "the extension begins to count at the old due" },
            { "2024-09-15T23:59:59.9999999+07:00", Extended, false, TimelinessVerdict.OnTime, TimelinessReason.BeforeExtendedDue, "the last tick of the extension" },
            { "2024-09-16T00:00:00+07:00", Extended, false, TimelinessVerdict.Late, TimelinessReason.AfterDue, "the extended due is exclusive too" },
            { "2024-10-01T00:00:00+07:00", Extended, false, TimelinessVerdict.Refused, TimelinessReason.AfterCloses, "an extension before the close leaves the close" },
            { "2024-10-01T00:00:00+07:00", null, true, TimelinessVerdict.Late, TimelinessReason.AdmittedAfterCloses, "admitted at the close: late for ever" },
            { "2024-10-20T00:00:00+07:00", Extended, true, TimelinessVerdict.Late, TimelinessReason.AdmittedAfterCloses, "admitted weeks after" },
            { "2024-09-10T23:59:59+07:00", null, true, TimelinessVerdict.OnTime, TimelinessReason.BeforeDue, "an admission that was not needed changes nothing" },
            { "2024-09-20T00:00:00+07:00", null, true, TimelinessVerdict.Late, TimelinessReason.AfterDue, "an admission before the close changes nothing" },
        };

    [Theory]
    [MemberData(nameof(Dates))]
    public void The_commit_instant_decides(
        string committed,
        string? extension,
        bool admitted,
        TimelinessVerdict verdict,
        TimelinessReason reason,
        string why
    )
    {
        var judgement = Judge(At(committed), extension, admitted);

        Assert.True(
            (verdict, reason) == (judgement.Verdict, judgement.Reason),
            $"{why}: {judgement}"
        );
    }

    [Fact]
    public void A_judgement_says_what_it_was_based_on()
    {
        var committed = At("2024-09-12T10:11:12.1234567+07:00");

        var judgement = Judge(committed, Extended, admitted: false);

        Assert.Equal(committed, judgement.Committed);
        Assert.Equal(Instant(Extended), judgement.Due);
        Assert.Equal(Closes, judgement.Closes);
        Assert.Equal(Timeliness.RuleVersion, judgement.RuleVersion);
    }

    [Fact]
    public void A_date_cut_through_UTC_does_not_decide()
    {
        // In UTC both are 30 September; in Hanoi the second one is 1 October.
        Assert.Equal(TimelinessVerdict.Late, Judge(At("2024-09-30T16:59:59Z")).Verdict);
        Assert.Equal(TimelinessVerdict.Refused, Judge(At("2024-09-30T17:00:00Z")).Verdict);
        // In UTC this is 31 August still, in Hanoi 1 September: both are far from any deadline.
        Assert.Equal(TimelinessVerdict.OnTime, Judge(At("2024-08-31T23:30:00Z")).Verdict);
    }

    [Fact]
    public void What_a_clock_elsewhere_shows_does_not_decide()
    {
        // A clock in Tokyo shows 1 October, half past midnight: in Hanoi it is half past ten in the evening before.
        Assert.Equal(TimelinessVerdict.Late, Judge(At("2024-10-01T00:30:00+09:00")).Verdict);
        // A clock in London shows the evening of 30 September: in Hanoi it is the next morning.
        Assert.Equal(TimelinessVerdict.Refused, Judge(At("2024-09-30T23:30:00+01:00")).Verdict);
    }

    [Fact]
    public void Due_and_close_are_both_exclusive()
    {
        var atDue = Due.Show(TimeZoneInfo.Utc);
        var atClose = Closes.Show(TimeZoneInfo.Utc);

        Assert.Equal(TimelinessVerdict.Late, Judge(atDue).Verdict);
        Assert.Equal(TimelinessVerdict.OnTime, Judge(atDue.AddTicks(-1)).Verdict);
        Assert.Equal(TimelinessVerdict.Refused, Judge(atClose).Verdict);
        Assert.Equal(TimelinessVerdict.Late, Judge(atClose.AddTicks(-1)).Verdict);
    }

    [Fact]
    public void The_hour_that_a_clock_shows_twice_is_two_hours()
    {
        // Central Europe goes back to winter time on 27 October 2024 at 3 o'clock.
        var due = Instant("2024-10-27T02:30:00+01:00");
        var closes = Instant("2024-11-01T00:00:00+01:00");
        TimelinessVerdict Of(string committed) =>
            Timeliness.Judge(due, closes, null, false, At(committed)).Verdict;

        Assert.Equal(TimelinessVerdict.OnTime, Of("2024-10-27T02:45:00+02:00"));
        Assert.Equal(TimelinessVerdict.OnTime, Of("2024-10-27T02:29:59+01:00"));
        Assert.Equal(TimelinessVerdict.Late, Of("2024-10-27T02:30:00+01:00"));
    }

    [Fact]
    public void A_due_that_is_also_the_close_leaves_no_room_for_late()
    {
        TimelinessVerdict Of(string committed) =>
            Timeliness.Judge(Closes, Closes, null, false, At(committed)).Verdict;

        Assert.Equal(TimelinessVerdict.OnTime, Of("2024-09-30T23:59:59.9999999+07:00"));
        Assert.Equal(TimelinessVerdict.Refused, Of("2024-10-01T00:00:00+07:00"));
    }

    [Fact]
    public void The_same_instant_judges_the_same_in_every_zone() =>
        Gen.Select(Instants, Gen.Int[-14 * 60, 14 * 60], Gen.Bool)
            .Sample(
                (committed, offset, admitted) =>
                {
                    var here = Judge(committed, Extended, admitted);
                    var there = Judge(
                        committed.ToOffset(TimeSpan.FromMinutes(offset)),
                        Extended,
                        admitted
                    );
                    return (here.Verdict, here.Reason) == (there.Verdict, there.Reason);
                },
                iter: Many
            );

    [Fact]
    public void Coming_later_never_helps() =>
        Gen.Select(
                Instants,
                Instants,
                DeadlineTimes,
                DeadlineTimes,
                DeadlineTimes.Nullable(),
                Gen.Bool
            )
            .Sample(
                (one, other, due, closes, extension, admitted) =>
                {
                    var (first, second) = one <= other ? (one, other) : (other, one);
                    TimelinessVerdict Of(DateTimeOffset committed) =>
                        Timeliness.Judge(due, closes, extension, admitted, committed).Verdict;
                    return Of(first) <= Of(second);
                },
                iter: Many
            );

    [Fact]
    public void It_is_what_plain_instants_say() =>
        Gen.Select(Instants, DeadlineTimes, DeadlineTimes, DeadlineTimes.Nullable(), Gen.Bool)
            .Sample(
                (committed, due, closes, extension, admitted) =>
                {
                    static long Ticks(Deadline deadline) =>
                        deadline.Show(TimeZoneInfo.Utc).UtcTicks;
                    var expected =
                        committed.UtcTicks < Ticks(extension ?? due) ? TimelinessVerdict.OnTime
                        : committed.UtcTicks < Ticks(closes) || admitted ? TimelinessVerdict.Late
                        : TimelinessVerdict.Refused;
                    return Timeliness.Judge(due, closes, extension, admitted, committed).Verdict
                        == expected;
                },
                iter: Many
            );

    [Fact]
    public void Every_tick_around_a_deadline_falls_on_its_side() =>
        Gen.Select(DeadlineTimes, Gen.Long[-20_000_000, 20_000_000])
            .Sample(
                (due, ticks) =>
                {
                    var committed = due.Show(TimeZoneInfo.Utc).AddTicks(ticks);
                    var closes = Deadline.At(due.Show(TimeZoneInfo.Utc).AddDays(1));
                    var judgement = Timeliness.Judge(due, closes, null, false, committed);
                    return judgement.Verdict
                        == (ticks < 0 ? TimelinessVerdict.OnTime : TimelinessVerdict.Late);
                },
                iter: Many
            );

    private static Judgement Judge(
        DateTimeOffset committed,
        string? extension = null,
        bool admitted = false
    ) =>
        Timeliness.Judge(
            Due,
            Closes,
            extension is null ? null : Instant(extension),
            admitted,
            committed
        );
}

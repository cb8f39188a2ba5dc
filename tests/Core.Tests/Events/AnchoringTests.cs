using ProgramReview.Core.Events;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Audit;

public sealed class AnchoringTests
{
    private static readonly CycleEvent.Started Start = new(new string('1', 64), 1, "operator");

    private static readonly ChainHeads Heads = ChainHeads.Of([
        new ChainHead(BaDinh.Stream, 2, new string('a', 64)),
    ]);

    private static readonly CycleEvent.Anchored Anchored = new(
        AnchorCause.Day,
        new DateOnly(2024, 8, 1),
        Heads.Root,
        1
    );

    [Theory]
    [InlineData("2024-09-30T16:59:59Z", "Asia/Ho_Chi_Minh", "2024-09-29")]
    [InlineData("2024-09-30T17:00:00Z", "Asia/Ho_Chi_Minh", "2024-09-30")]
    [InlineData("2024-11-04T04:59:59Z", "America/New_York", "2024-11-02")]
    [InlineData("2024-11-04T05:00:00Z", "America/New_York", "2024-11-03")]
    [InlineData("2024-03-31T22:00:00Z", "Europe/Copenhagen", "2024-03-31")]
    [InlineData("2024-03-01T00:00:00Z", "UTC", "2024-02-29")]
    public void The_day_that_is_over_is_that_of_the_plans_zone(
        string now,
        string zone,
        string day
    ) =>
        Assert.Equal(
            DateOnly.Parse(day, null),
            Anchoring.DayBefore(At(now), TimeZoneInfo.FindSystemTimeZoneById(zone))
        );

    [Fact]
    public void The_first_anchor_is_due_once_the_cycle_has_started()
    {
        Assert.False(Anchoring.IsDue([], Heads));
        Assert.True(Anchoring.IsDue(Stream(BaDinh.Cycle.Stream, Start), Heads));
    }

    [Fact]
    public void Without_any_event_no_other_is_due() =>
        Assert.False(Anchoring.IsDue(Stream(BaDinh.Cycle.Stream, Start, Anchored), Heads));

    [Fact]
    public void The_letter_that_carried_the_last_one_is_no_event() =>
        Assert.False(
            Anchoring.IsDue(
                Stream(
                    BaDinh.Cycle.Stream,
                    Start,
                    Anchored,
                    new CycleEvent.Mailed(
                        Anchoring.MailKindOfAnchors,
                        "anchored-2",
                        "auditor",
                        MailResult.Sent
                    )
                ),
                Heads
            )
        );

    [Fact]
    public void Another_head_or_another_fact_of_the_cycle_is()
    {
        var grown = ChainHeads.Of([new ChainHead(BaDinh.Stream, 3, new string('b', 64))]);

        Assert.True(Anchoring.IsDue(Stream(BaDinh.Cycle.Stream, Start, Anchored), grown));
        Assert.True(
            Anchoring.IsDue(
                Stream(
                    BaDinh.Cycle.Stream,
                    Start,
                    Anchored,
                    new CycleEvent.RoundEnded(1, RoundOutcome.Expired)
                ),
                Heads
            )
        );
    }
}

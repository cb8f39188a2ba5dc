using CsCheck;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Approving;

public sealed class ApprovalProcessTests
{
    private static readonly ApprovalTerms Terms = new(
        1,
        Instant("2024-10-12T09:00:00+07:00"),
        [At("2024-10-05T09:00:00+07:00"), At("2024-10-09T09:00:00+07:00")]
    );

    [Theory]
    [InlineData("2024-10-02T09:00:00+07:00", 0, 0, "ask", "2024-10-05T09:00:00+07:00", "it asks")]
    [InlineData("2024-10-03T09:00:00+07:00", 1, 0, "", "2024-10-05T09:00:00+07:00", "once")]
    [InlineData(
        "2024-10-05T09:00:00+07:00",
        1,
        0,
        "remind 1",
        "2024-10-09T09:00:00+07:00",
        "it reminds at the instant"
    )]
    [InlineData("2024-10-06T09:00:00+07:00", 1, 1, "", "2024-10-09T09:00:00+07:00", "once")]
    [InlineData(
        "2024-10-11T09:00:00+07:00",
        1,
        0,
        "remind 2",
        "2024-10-12T09:00:00+07:00",
        "after a long sleep of the latest only"
    )]
    [InlineData(
        "2024-10-11T09:00:00+07:00",
        1,
        2,
        "",
        "2024-10-12T09:00:00+07:00",
        "then it sleeps until the close"
    )]
    public void The_next_step_of_an_open_round(
        string now,
        int asked,
        int reminders,
        string effects,
        string wake,
        string why
    )
    {
        var step = ApprovalProcess.Advance(
            Terms,
            new ApprovalProgress(asked, reminders),
            null,
            RoundTurn.None,
            At(now)
        );

        Assert.True(string.Join("; ", step.Effects.Select(Word)) == effects, $"{why}: {step}");
        Assert.True(step.WakeAt == At(wake), $"{why}: {step.WakeAt:O}");
    }

    [Theory]
    [InlineData(RoundOutcome.Approved)]
    [InlineData(RoundOutcome.ChangesAsked)]
    [InlineData(RoundOutcome.Rejected)]
    [InlineData(RoundOutcome.Expired)]
    public void A_round_that_is_decided_ends_and_asks_nobody(RoundOutcome outcome)
    {
        var step = ApprovalProcess.Advance(
            Terms,
            ApprovalProgress.Start,
            outcome,
            RoundTurn.None,
            Opening
        );

        Assert.Equal([new ApprovalEffect.End(outcome)], step.Effects);
        Assert.Null(step.WakeAt);
    }

    [Theory]
    [InlineData(RoundTurn.NextStage)]
    [InlineData(RoundTurn.Extend)]
    public void A_turn_is_written_down_before_anybody_hears_of_it(RoundTurn turn)
    {
        var progress = new ApprovalProgress(1, 2);

        var step = ApprovalProcess.Advance(Terms, progress, null, turn, Opening);

        Assert.Equal([new ApprovalEffect.Turn(turn)], step.Effects);
        Assert.Equal(progress, step.Progress);
    }

    [Fact]
    public void The_members_of_a_later_stage_are_asked_and_reminded_from_its_start()
    {
        var step = ApprovalProcess.Advance(
            Terms with
            {
                Stage = 2,
            },
            new ApprovalProgress(1, 2),
            null,
            RoundTurn.None,
            At("2024-10-03T09:00:00+07:00")
        );

        Assert.Equal([new ApprovalEffect.Ask()], step.Effects);
        Assert.Equal(new ApprovalProgress(2, 0), step.Progress);
    }

    [Fact]
    public void Who_has_not_answered_hears_that_a_round_stays_open()
    {
        var (plan, asked) = (Approval(), At("2024-10-02T09:00:00+07:00"));
        var round = new RoundState(1, "hash", Instant("2024-10-22T09:00:00+07:00"), [], null)
        {
            IsExtended = true,
            AskedAt = asked,
        };

        var terms = ApprovalTerms.Of(plan, round, asked);

        Assert.Equal(asked + plan.Closes, terms.Reminders[^1]);
        Assert.Equal(plan.Reminders.Count + 1, terms.Reminders.Count);
        Assert.Equal(terms.Reminders.Order(), terms.Reminders);
    }

    [Fact]
    public void From_any_state_it_reaches_the_close_and_never_wakes_in_the_past() =>
        Gen.Select(
                Instants,
                Gen.Int[1, 20],
                Gen.Int[0, 25].Array[0, 6],
                Gen.Int[0, 1],
                Gen.Int[0, 6]
            )
            .Sample(
                (opened, days, reminders, asked, done) =>
                {
                    var start = WholeSecond.From(opened);
                    var closes = start.AddDays(days);
                    var terms = new ApprovalTerms(
                        1,
                        Deadline.At(closes),
                        [.. reminders.Distinct().Order().Select(day => start.AddDays(day))]
                    );
                    var progress = new ApprovalProgress(asked, done);
                    var now = start;
                    var ended = false;
                    for (var i = 0; i < 10 && !ended; i++)
                    {
                        var standing = now < closes ? (RoundOutcome?)null : RoundOutcome.Expired;
                        var step = ApprovalProcess.Advance(
                            terms,
                            progress,
                            standing,
                            RoundTurn.None,
                            now
                        );
                        Assert.True(step.WakeAt is null || step.WakeAt > now, $"{step}");
                        Assert.True(step.WakeAt is null || step.WakeAt <= closes, $"{step}");
                        (progress, ended) = (step.Progress, step.WakeAt is null);
                        now = step.WakeAt ?? now;
                    }
                    return ended && now == closes;
                },
                iter: Many
            );

    private static string Word(ApprovalEffect effect) =>
        effect switch
        {
            ApprovalEffect.Ask => "ask",
            ApprovalEffect.Remind remind => $"remind {remind.Number}",
            ApprovalEffect.Escalate => "escalate",
            ApprovalEffect.Turn turn => $"turn {turn.To}",
            ApprovalEffect.End end => $"end {end.Outcome}",
            _ => throw new InvalidOperationException($"{effect} has no word."),
        };
}

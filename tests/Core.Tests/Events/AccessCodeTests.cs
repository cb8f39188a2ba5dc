using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Planning;
using Xunit;

namespace ProgramReview.Core.Tests.Audit;

/// <summary>How wrong access codes are counted.</summary>
public sealed class AccessCodeTests
{
    private static readonly DateTimeOffset Start = Given.At("2024-10-01T09:00:00+07:00");

    [Theory]
    [InlineData(0, null)]
    [InlineData(4, null)]
    [InlineData(5, "access-code-rests")]
    [InlineData(6, null)]
    [InlineData(9, null)]
    [InlineData(10, "access-code-rests")]
    [InlineData(15, "access-code-rests")]
    [InlineData(19, null)]
    [InlineData(20, "access-code-spent")]
    [InlineData(21, "access-code-spent")]
    public void Every_fifth_wrong_code_stops_it_and_the_twentieth_for_good(int wrong, string? code)
    {
        var given = After(wrong);

        Assert.Equal(code, given.Stopped(given.IssuedAt.AddMinutes(wrong))?.Code);
        Assert.Equal(wrong / AccessCode.InARow, given.Stops);
    }

    [Fact]
    public void It_rests_for_an_hour_from_the_last_wrong_one_and_is_taken_again_at_that_instant()
    {
        var given = After(AccessCode.InARow);
        var until = given.Wrong[^1].AddHours(1);

        Assert.Equal(until, given.RestsUntil(until.AddTicks(-1)));
        Assert.Null(given.RestsUntil(until));
        Assert.Null(given.Stopped(until));
    }

    [Fact]
    public void What_is_spent_stays_so() =>
        Assert.Equal("access-code-spent", After(AccessCode.Most).Stopped(Start.AddYears(1))?.Code);

    [Fact]
    public void Another_code_begins_anew_and_wrong_ones_of_the_former_do_not_count()
    {
        var state = Of(Issued(1), Failed(1), Issued(2), Failed(1), Failed(2));

        var given = Assert.Single(state.AccessCodes).Value;
        Assert.Equal(2, given.Issued.Number);
        Assert.Single(given.Wrong);
    }

    [Fact]
    public void Codes_are_made_for_approvers_of_plans_that_ask_for_them()
    {
        var plan = SamplePlan.Plan;
        var asks = new PlanLookup(
            plan with
            {
                Approval = plan.Approval with { SecondStep = SecondStep.AccessCode },
            }
        );
        var approver = new Command.IssueAccessCode("chair", "Lan", "New");

        Assert.Null(approver.Refuse(asks, Of()));
        Assert.Equal("access-code-not-used", approver.Refuse(new PlanLookup(plan), Of())?.Code);
        Assert.Equal(
            "access-code-not-used",
            (approver with { Person = "ba-dinh-1" }).Refuse(asks, Of())?.Code
        );
        Assert.Equal("reason-missing", (approver with { Reason = " " }).Refuse(asks, Of())?.Code);
        Assert.Equal(
            "cycle-ended",
            approver.Refuse(asks, Of(new CycleEvent.Ended(CycleOutcome.Stopped, "", "Lan")))?.Code
        );
    }

    private static AccessCode After(int wrong) =>
        new(
            Issued(1),
            Start,
            [.. Enumerable.Range(1, wrong).Select(minute => Start.AddMinutes(minute))]
        );

    private static CycleEvent.AccessCodeIssued Issued(int number) =>
        new("approver-1", number, "k1", $"seal-{number}", "Lan", "New");

    private static CycleEvent.AccessCodeFailed Failed(int number) => new("approver-1", number);

    private static CycleState Of(params Event[] events)
    {
        var entries = new List<Entry>();
        foreach (var (index, one) in events.Index())
        {
            entries.Add(
                Chain.Next(
                    new StreamId("hanoi-01-ctr-tu"),
                    entries.LastOrDefault(),
                    Start.AddMinutes(index),
                    $"{index}",
                    one
                )
            );
        }
        return CycleState.Of(entries);
    }
}

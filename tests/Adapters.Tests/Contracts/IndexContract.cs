using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class IndexContract : Contract
{
    private static readonly DateTimeOffset At = new(2024, 9, 1, 2, 0, 0, TimeSpan.Zero);

    private ICycleIndex Index => Get<ICycleIndex>();

    [Fact]
    public async Task An_older_summary_never_replaces_a_newer_one()
    {
        var newer = Summary("unit", 5, AssignmentPhase.OnTime);
        await Index.PutAsync(newer, Cancellation);

        await Index.PutAsync(Summary("unit", 4, AssignmentPhase.Open), Cancellation);

        Assert.Equal([newer], await Index.ListAsync(Cycle, Cancellation));
    }

    [Fact]
    public async Task A_newer_summary_and_one_of_the_same_age_replace()
    {
        await Index.PutAsync(Summary("unit", 4, AssignmentPhase.Open), Cancellation);
        await Index.PutAsync(Summary("unit", 5, AssignmentPhase.Open), Cancellation);
        var last = Summary("unit", 5, AssignmentPhase.Overdue);

        await Index.PutAsync(last, Cancellation);

        Assert.Equal([last], await Index.ListAsync(Cycle, Cancellation));
    }

    [Fact]
    public async Task Whatever_the_order_of_arrival_the_newest_remains()
    {
        var summaries = Enumerable
            .Range(1, 20)
            .Select(i => Summary("unit", i, AssignmentPhase.Open))
            .ToList();

        await Task.WhenAll(
            summaries.Select(summary => Task.Run(() => Index.PutAsync(summary, Cancellation)))
        );

        Assert.Equal([summaries[^1]], await Index.ListAsync(Cycle, Cancellation));
    }

    [Fact]
    public async Task A_cycles_summaries_come_in_order_of_assignment()
    {
        foreach (var body in (string[])["b", "a-1", "a"])
        {
            await Index.PutAsync(Summary(body, 1, AssignmentPhase.Waiting), Cancellation);
        }

        var listed = await Index.ListAsync(Cycle, Cancellation);

        Assert.Equal(["a-1", "a", "b"], listed.Select(summary => summary.Assignment.Body));
        Assert.Empty(await Index.ListAsync(new($"{Cycle}x"), Cancellation));
    }

    [Fact]
    public async Task A_cycle_noted_twice_is_listed_once()
    {
        await Index.PutCycleAsync(Cycle, Cancellation);
        await Index.PutCycleAsync(Cycle, Cancellation);

        Assert.Single(await Index.ListCyclesAsync(Cancellation), Cycle);
    }

    [Fact]
    public async Task The_last_look_is_the_one_noted_last()
    {
        LastLook[] looks =
        [
            new(null, IsUnfinished: true),
            new(At, IsUnfinished: false),
            new(At, IsUnfinished: true),
            new(At.AddMinutes(5), IsUnfinished: false),
        ];
        foreach (var look in looks)
        {
            await Index.PutLastLookAsync(look, Cancellation);

            Assert.Equal(look, await Index.GetLastLookAsync(Cancellation));
        }
        Assert.DoesNotContain(
            await Index.ListCyclesAsync(Cancellation),
            cycle => cycle.Value == "last"
        );
    }

    private AssignmentSummary Summary(string body, long sequence, AssignmentPhase phase) =>
        new(
            Assignment(body),
            sequence,
            phase,
            IsSettled: false,
            At.AddMinutes(sequence),
            $"head-{sequence}"
        );
}

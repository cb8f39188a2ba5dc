using ProgramReview.Functions.Events;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class IndexContract : Contract
{
    private static readonly DateTimeOffset At = new(2024, 9, 1, 2, 0, 0, TimeSpan.Zero);

    private ICycleIndex Index => Get<ICycleIndex>();

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
}

using ProgramReview.Functions.Durable;
using Xunit;

namespace ProgramReview.Functions.Tests.Orchestration;

public sealed class WakeSignalTests
{
    private static readonly DateTimeOffset Due = new(2024, 10, 15, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_timer_that_goes_early_is_followed_by_one_that_does_not()
    {
        var context = new EarlyContext(Due.AddHours(-1), lead: TimeSpan.FromMilliseconds(900));

        await new WakeSignal(context).WaitAsync(Due);

        Assert.Equal([Due, Due.AddSeconds(1)], context.Timers);
        Assert.True(context.Now() >= Due);
    }

    [Fact]
    public async Task A_timer_that_goes_in_time_is_the_only_one()
    {
        var context = new EarlyContext(Due.AddHours(-1), lead: TimeSpan.Zero);

        await new WakeSignal(context).WaitAsync(Due);

        Assert.Equal([Due], context.Timers);
    }
}

namespace ProgramReview.Host.Tests;

public sealed class TimerListenerTests
{
    [Fact]
    public async Task A_timer_runs_on_the_products_clock_and_skips_what_it_overslept()
    {
        using var rig = new TriggerRig();
        using var stop = new CancellationTokenSource();
        var timer = rig.Timer();
        var listening = timer.ListenAsync(stop.Token);

        rig.Wall.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty(rig.Calls.Made);
        rig.Wall.Advance(TimeSpan.FromSeconds(1));
        await Made(rig, 1);
        // The run is over when the next is planned.
        while (timer.NextDue is not { Minute: 2 })
        {
            await Task.Yield();
        }
        rig.Wall.Advance(TimeSpan.FromSeconds(1));
        rig.Clock.JumpTo(rig.Clock.GetUtcNow().AddHours(2));
        rig.Wall.Advance(TimeSpan.FromSeconds(1));
        await Made(rig, 2);

        Assert.Collection(
            rig.Calls.Made,
            first => Assert.Equal("1 00:01:00", first),
            second => Assert.StartsWith("1 02:01:0", second, StringComparison.Ordinal)
        );
        await stop.CancelAsync();
        await listening;
    }

    [Fact]
    public async Task However_fast_the_clock_runs_a_timer_runs_once_in_a_seconds_worth_of_its_time_and_on_the_minute()
    {
        using var rig = new TriggerRig();
        rig.Clock.Run(86_400);
        using var stop = new CancellationTokenSource();
        var timer = rig.Timer();
        var listening = timer.ListenAsync(stop.Token);
        rig.Pace.Start([timer], []);

        while (rig.Calls.Made.Count < 3)
        {
            rig.Wall.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        Assert.Equal(["2 00:01:00", "3 00:01:00", "4 00:01:00"], rig.Calls.Made.Take(3));
        await stop.CancelAsync();
        await listening;
    }

    [Fact]
    public async Task Runs_do_not_overlap_and_a_stop_waits_for_the_one_that_runs()
    {
        using var rig = new TriggerRig();
        var gate = new TaskCompletionSource();
        rig.Calls.Behave = _ => gate.Task;
        using var stop = new CancellationTokenSource();
        var listening = rig.Timer().ListenAsync(stop.Token);
        rig.Wall.Advance(TimeSpan.FromSeconds(30));
        await Made(rig, 1);

        rig.Wall.Advance(TimeSpan.FromMinutes(5));
        await stop.CancelAsync();

        Assert.Single(rig.Calls.Made);
        Assert.False(listening.IsCompleted);
        gate.SetResult();
        await listening;
    }

    [Fact]
    public async Task A_run_that_was_missed_is_made_up_for_once_and_a_failed_one_is_not_repeated()
    {
        using var rig = new TriggerRig("10 */10 * * * *");
        rig.Calls.Behave = _ => throw new InvalidOperationException("fails");
        using (var stop = new CancellationTokenSource())
        {
            var listening = rig.Timer().ListenAsync(stop.Token);
            await stop.CancelAsync();
            await listening;
        }

        rig.Clock.JumpTo(rig.Clock.GetUtcNow().AddHours(1));
        rig.RestartClock();
        using var again = new CancellationTokenSource();
        var timer = rig.Timer();
        var second = timer.ListenAsync(again.Token);

        await Made(rig, 1);
        Assert.Equal(["1 01:00:30 late"], rig.Calls.Made);
        Assert.Equal(new DateTimeOffset(2024, 8, 1, 1, 10, 10, TimeSpan.Zero), timer.NextDue);
        await again.CancelAsync();
        await second;
    }

    private static async Task Made(TriggerRig rig, int count)
    {
        while (rig.Calls.Made.Count < count)
        {
            await Task.Yield();
        }
    }
}

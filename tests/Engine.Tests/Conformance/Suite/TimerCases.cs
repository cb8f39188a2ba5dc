namespace ProgramReview.Conformance.Suite;

internal static class TimerCases
{
    [Rule("35", "A timer never fires early.")]
    public static async Task A_timer_never_fires_early(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<TimeSpan>(
                "Sleep",
                async context =>
                {
                    var began = context.CurrentUtcDateTime;
                    await context.CreateTimer(1.5 * world.Beat, CancellationToken.None);
                    await context.CreateTimer(0.5 * world.Beat, CancellationToken.None);
                    return context.CurrentUtcDateTime - began;
                }
            )
        );

        Assert.True(await host.RunAsync<TimeSpan>("Sleep") >= 2 * world.Beat);
        await host.ActedAsync("timer #0", "timer #1");
    }

    [Rule("32", "A timer of any length is one timer.")]
    public static async Task A_long_timer_is_one_timer(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<double>(
                "Sleep",
                async context =>
                {
                    var began = context.CurrentUtcDateTime;
                    await context.CreateTimer(TimeSpan.FromDays(400), CancellationToken.None);
                    return (context.CurrentUtcDateTime - began).TotalDays;
                }
            )
        );
        await host.StartAsync("Sleep");
        await host.PassAsync(TimeSpan.FromDays(399.9));
        Assert.Equal(OrchestrationRuntimeStatus.Running, await host.StatusAsync());

        Assert.Equal(400, await host.ResultAsync<double>());
        await host.ActedAsync("timer #0");
    }

    [Rule(
        "30",
        "A timer that is due now or was due in the past fires in the next turn, never in the same."
    )]
    public static async Task A_past_timer_fires_in_the_next_turn(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<bool>(
                "Late",
                async context =>
                {
                    var past = context.CreateTimer(
                        context.CurrentUtcDateTime - world.Beat,
                        CancellationToken.None
                    );
                    var now = context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
                    var early = past.IsCompleted || now.IsCompleted;
                    await Task.WhenAll(past, now);
                    return early;
                }
            )
        );

        Assert.False(await host.RunAsync<bool>("Late"));
        await host.ActedAsync("timer #0", "timer #1");
    }

    [Rule("31", "A wait with an endless timeout has no special meaning: it ends at once.")]
    public static async Task An_endless_timeout_ends_at_once(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Endless",
                async context =>
                {
                    try
                    {
                        await context.WaitForExternalEvent<int>("Go", Timeout.InfiniteTimeSpan);
                        return "got it";
                    }
                    catch (TaskCanceledException)
                    {
                        return "over";
                    }
                }
            )
        );

        Assert.Equal("over", await host.RunAsync<string>("Endless"));
        await host.ActedAsync("timer #0");
    }

    [Rule(
        "6, 33",
        "A cancelled timer throws TaskCanceledException and does not hold back the end."
    )]
    public static async Task A_cancelled_timer_holds_nothing_back(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Cancel",
                async context =>
                {
                    using var end = new CancellationTokenSource();
                    var timer = context.CreateTimer(TimeSpan.FromDays(2), end.Token);
                    await context.WaitForExternalEvent<int>("Go");
                    end.Cancel();
                    try
                    {
                        await timer;
                        return "fired";
                    }
                    catch (TaskCanceledException)
                    {
                        return "cancelled";
                    }
                }
            )
        );
        await host.StartAsync("Cancel");
        await host.RaiseAsync("Go", 1);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, await host.StatusAsync());
        Assert.Equal("cancelled", await host.ResultAsync<string>());
        await host.ActedAsync("timer #0");
    }

    [Rule(
        "33",
        "A timer with a token that is cancelled already is written, and cancelled at once."
    )]
    public static async Task A_timer_cancelled_before_is_written(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<bool>(
                "Cancelled",
                context =>
                    context
                        .CreateTimer(TimeSpan.FromDays(2), new CancellationToken(canceled: true))
                        .IsCanceled
            )
        );

        Assert.True(await host.RunAsync<bool>("Cancelled"));
        await host.ActedAsync("timer #0");
    }

    [Rule(
        "34",
        "Disposing of a token source without cancelling leaves the timer open: it holds back the end."
    )]
    public static async Task A_timer_that_is_not_cancelled_holds_back_the_end(
        IConformanceWorld world
    )
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Careless",
                context =>
                {
                    using var end = new CancellationTokenSource();
                    _ = context.CreateTimer(3 * world.Beat, end.Token);
                    return "done";
                }
            )
        );
        await host.StartAsync("Careless");
        Assert.Equal(OrchestrationRuntimeStatus.Running, await host.StatusAsync());
        Assert.Null((await host.GetAsync()).SerializedOutput);

        Assert.Equal("done", await host.ResultAsync<string>());
        await host.ActedAsync("timer #0");
    }

    [Rule(
        "36",
        "A wait with a timeout makes its timer first; a kept event wins even if no time is left."
    )]
    public static async Task A_kept_event_beats_a_timeout_of_zero(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<int>(
                "Hurry",
                async context =>
                {
                    await context.WaitForExternalEvent<int>("Start");
                    return await context.WaitForExternalEvent<int>("Go", TimeSpan.Zero);
                }
            )
        );
        await host.StartAsync("Hurry");
        await host.RaiseAsync("Go", 3);
        await host.RaiseAsync("Start", 0);

        Assert.Equal(3, await host.ResultAsync<int>());
        await host.ActedAsync("timer #0");
    }

    [Rule("37", "A wait that times out throws TaskCanceledException.")]
    public static async Task A_timeout_is_a_cancellation(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Wait",
                async context =>
                {
                    try
                    {
                        return await context.WaitForExternalEvent<string>("Go", 2 * world.Beat);
                    }
                    catch (Exception exception)
                    {
                        return exception.GetType().Name;
                    }
                }
            )
        );

        Assert.Equal(nameof(TaskCanceledException), await host.RunAsync<string>("Wait"));
        await host.ActedAsync("timer #0");
    }

    [Rule("38", "When the event wins, the timer of the wait is cancelled and holds nothing back.")]
    public static async Task An_event_in_time_cancels_the_timer(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<int>(
                "Wait",
                context => context.WaitForExternalEvent<int>("Go", TimeSpan.FromDays(2))
            )
        );
        await host.StartAsync("Wait");
        await host.RaiseAsync("Go", 4);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, await host.StatusAsync());
        Assert.Equal(4, await host.ResultAsync<int>());
        await host.ActedAsync("timer #0");
    }

    [Rule("38", "When the token of a timed wait is cancelled, wait and timer are over.")]
    public static async Task A_cancelled_token_ends_wait_and_timer(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Wait",
                async context =>
                {
                    using var end = new CancellationTokenSource();
                    var wait = context.WaitForExternalEvent<int>(
                        "Go",
                        TimeSpan.FromDays(2),
                        end.Token
                    );
                    await context.WaitForExternalEvent<int>("Stop");
                    end.Cancel();
                    try
                    {
                        return $"{await wait}";
                    }
                    catch (OperationCanceledException)
                    {
                        return "stopped";
                    }
                }
            )
        );
        await host.StartAsync("Wait");
        await host.RaiseAsync("Stop", 1);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, await host.StatusAsync());
        Assert.Equal("stopped", await host.ResultAsync<string>());
        await host.ActedAsync("timer #0");
    }

    [Rule("2", "The time stands still within a turn, goes on with the next, and is UTC.")]
    public static async Task Time_moves_between_turns_only(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<bool>(
                "Clock",
                async context =>
                {
                    var began = context.CurrentUtcDateTime;
                    var stood = true;
                    for (var n = 0; n < 1000; n++)
                    {
                        stood &= context.CurrentUtcDateTime == began;
                    }

                    await context.CreateTimer(world.Beat, CancellationToken.None);
                    return stood
                        && began.Kind == DateTimeKind.Utc
                        && context.CurrentUtcDateTime >= began + world.Beat;
                }
            )
        );

        Assert.True(await host.RunAsync<bool>("Clock"));
        await host.ActedAsync("timer #0");
    }

    [Rule(
        "4",
        "Of several timers the first to be due wins; the rest hold back the end until they have fired."
    )]
    public static async Task The_first_timer_wins_and_the_rest_hold_back_the_end(
        IConformanceWorld world
    )
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<bool>(
                "Race",
                async context =>
                {
                    var late = context.CreateTimer(4 * world.Beat, CancellationToken.None);
                    var soon = context.CreateTimer(world.Beat, CancellationToken.None);
                    return await Task.WhenAny(late, soon) == soon;
                }
            )
        );
        await host.StartAsync("Race");
        await host.PassAsync(2 * world.Beat);
        Assert.Equal(OrchestrationRuntimeStatus.Running, await host.StatusAsync());

        Assert.True(await host.ResultAsync<bool>());
        await host.ActedAsync("timer #0", "timer #1");
    }
}

namespace ProgramReview.Conformance.Suite;

/// <summary>Suspending, resuming, terminating and removing instances.</summary>
internal static class SteeringCases
{
    [Rule(
        "134",
        "A suspension comes between turns; what a running activity gives waits for the resumption."
    )]
    public static async Task A_result_waits_for_the_resumption(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int>(
                    "Work",
                    async context =>
                    {
                        await context.CreateTimer(2 * world.Beat, CancellationToken.None);
                        return await context.CallActivityAsync<int>("Work");
                    }
                )
                .AddActivityFunc("Work", _ => 7)
        );
        await host.StartAsync("Work");
        await host.Client.SuspendInstanceAsync("it", "pause");
        await host.PassAsync(3 * world.Beat);
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, await host.StatusAsync());
        await host.ActedAsync("timer #0");
        await host.Client.ResumeInstanceAsync("it", "go on");

        Assert.Equal(7, await host.ResultAsync<int>());
        await host.ActedAsync("timer #0", "activity #1 Work");
    }

    [Rule(
        "136",
        "Only what is Running or Pending can be suspended, and only what is Suspended can be resumed."
    )]
    public static async Task A_suspension_needs_its_status(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Waiting);
        await host.StartAsync("Wait");

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            host.Client.ResumeInstanceAsync("it")
        );
        await host.Client.SuspendInstanceAsync("it");
        await host.SettleAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            host.Client.SuspendInstanceAsync("it")
        );
        await host.Client.ResumeInstanceAsync("it");
        await host.RaiseAsync("Go", 1);
        await host.ResultAsync<int>();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            host.Client.SuspendInstanceAsync("it")
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            host.Client.SuspendInstanceAsync("nobody")
        );
        await host.ActedAsync();
    }

    [Rule(
        "8, 137",
        "A termination ends an instance at once, whatever is open, and leaves its output."
    )]
    public static async Task A_termination_does_not_wait(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc(
                "Sleep",
                context => context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None)
            )
        );
        await host.StartAsync("Sleep");
        await host.Client.TerminateInstanceAsync("it", new { Why = "enough" });
        await host.SettleAsync();
        var instance = await host.GetAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, instance.RuntimeStatus);
        Assert.Equal("""{"Why":"enough"}""", instance.SerializedOutput);
        Assert.Null(instance.FailureDetails);
        await host.ActedAsync("timer #0");
    }

    [Rule("8, 137", "What is suspended can be terminated.")]
    public static async Task What_is_suspended_can_be_terminated(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Waiting);
        await host.StartAsync("Wait");
        await host.Client.SuspendInstanceAsync("it");
        await host.SettleAsync();
        await host.Client.TerminateInstanceAsync("it");
        await host.SettleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, await host.StatusAsync());
        await host.ActedAsync();
    }

    [Rule("137", "What has ended or never was cannot be terminated.")]
    public static async Task What_has_ended_cannot_be_terminated(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Waiting);
        await host.StartAsync("Wait");
        await host.RaiseAsync("Go", 3);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            host.Client.TerminateInstanceAsync("it")
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            host.Client.TerminateInstanceAsync("nobody")
        );
        Assert.Equal(3, await host.ResultAsync<int>());
        await host.ActedAsync();
    }

    [Rule("138", "Purging an ended instance removes it; a missing one counts for none.")]
    public static async Task Purging_removes_what_has_ended(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Waiting);
        await host.StartAsync("Wait");
        await host.RaiseAsync("Go", 1);
        await host.ResultAsync<int>();
        await host.ActedAsync();

        Assert.Equal(1, (await host.Client.PurgeInstanceAsync("it")).PurgedInstanceCount);
        Assert.Null(await host.Client.GetInstanceAsync("it"));
        Assert.Equal(0, (await host.Client.PurgeInstanceAsync("it")).PurgedInstanceCount);
    }

    [Rule("138", "A live instance is not purged: that is refused.")]
    public static async Task A_live_instance_is_not_purged(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Waiting);
        await host.StartAsync("Wait");

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            host.Client.PurgeInstanceAsync("it")
        );
        Assert.Equal(OrchestrationRuntimeStatus.Running, await host.StatusAsync());
        await host.ActedAsync();
    }

    [Rule("139", "Purging by a filter removes what matches and has ended, never what is alive.")]
    public static async Task A_filter_purges_what_has_ended(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Waiting);
        await host.StartAsync("Wait", id: "live");
        foreach (var id in new[] { "done", "late" })
        {
            await host.StartAsync("Wait", id: id);
            await host.RaiseAsync("Go", 1, id);
            await host.ResultAsync<int>(id);
            await host.PassAsync(0.2 * world.Beat);
        }

        await host.StartAsync("Wait", id: "stopped");
        await host.Client.TerminateInstanceAsync("stopped");
        await host.SettleAsync();
        var early = new PurgeInstancesFilter(
            (await host.GetAsync("live")).CreatedAt,
            (await host.GetAsync("done")).CreatedAt,
            [OrchestrationRuntimeStatus.Completed]
        );

        Assert.Equal(1, (await host.Client.PurgeAllInstancesAsync(early)).PurgedInstanceCount);
        Assert.Null(await host.Client.GetInstanceAsync("done"));
        Assert.Equal(
            2,
            (
                await host.Client.PurgeAllInstancesAsync(new(DateTimeOffset.UnixEpoch))
            ).PurgedInstanceCount
        );
        Assert.Null(await host.Client.GetInstanceAsync("late"));
        Assert.Null(await host.Client.GetInstanceAsync("stopped"));
        Assert.Equal(OrchestrationRuntimeStatus.Running, await host.StatusAsync("live"));
        await host.ActedAsAsync("live");
    }

    [Rule("81", "Purging leaves children alone unless it is recursive.")]
    public static async Task Purging_takes_children_if_told(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int>(
                    "Outer",
                    context =>
                        context.CallSubOrchestratorAsync<int>(
                            "Inner",
                            new TaskOptions().WithInstanceId($"{context.InstanceId}-kid")
                        )
                )
                .AddOrchestratorFunc("Inner", _ => 1)
        );
        await host.StartAsync("Outer");
        await host.ResultAsync<int>();
        await host.StartAsync("Outer", id: "other");
        await host.ResultAsync<int>("other");
        await host.ActedAsync("child #0 Inner");

        Assert.Equal(1, (await host.Client.PurgeInstanceAsync("it")).PurgedInstanceCount);
        Assert.NotNull(await host.Client.GetInstanceAsync("it-kid"));
        Assert.Equal(
            2,
            (
                await host.Client.PurgeInstanceAsync(
                    "other",
                    new PurgeInstanceOptions(Recursive: true)
                )
            ).PurgedInstanceCount
        );
        Assert.Null(await host.Client.GetInstanceAsync("other-kid"));
    }

    [Rule("8", "What is Pending can be terminated, and never starts.")]
    public static async Task What_is_pending_can_be_terminated(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Waiting);
        await host.StartAsync("Wait", id: "first");
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait",
            new StartOrchestrationOptions(
                "it",
                (await host.GetAsync("first")).CreatedAt + 5 * world.Beat
            )
        );
        await host.Client.TerminateInstanceAsync("it", "never mind");

        Assert.Equal(
            OrchestrationRuntimeStatus.Terminated,
            (await host.EndAsync("it")).RuntimeStatus
        );
        await host.PassAsync(6 * world.Beat);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, await host.StatusAsync());
        await host.ActedAsync();
    }

    [Rule(
        "134",
        "An instance that is suspended before its first turn asks for nothing until it is resumed."
    )]
    public static async Task A_suspension_before_the_first_turn_holds_it_back(
        IConformanceWorld world
    )
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int>("Work", context => context.CallActivityAsync<int>("Work"))
                .AddActivityFunc("Work", _ => 7)
        );
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Work",
            new StartOrchestrationOptions("it")
        );
        await host.Client.SuspendInstanceAsync("it", "pause");
        await host.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, await host.StatusAsync());
        await host.Client.ResumeInstanceAsync("it", "go on");

        Assert.Equal(7, await host.ResultAsync<int>());
        await host.ActedAsync("activity #0 Work");
    }

    private static void Waiting(DurableTaskRegistry tasks) =>
        tasks.AddOrchestratorFunc<int>("Wait", context => context.WaitForExternalEvent<int>("Go"));
}

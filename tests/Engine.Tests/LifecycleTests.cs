using DurableTask.Core.Exceptions;

namespace ProgramReview.Engine.Tests;

public sealed class LifecycleTests
{
    private static void Waiting(DurableTaskRegistry tasks) =>
        tasks
            .AddOrchestratorFunc<string>(
                "Wait",
                context => context.WaitForExternalEvent<string>("go")
            )
            .AddOrchestratorFunc<string, string>("Echo", (_, text) => text)
            .AddOrchestratorFunc<string>(
                "Parent",
                context =>
                    context.CallSubOrchestratorAsync<string>(
                        "Wait",
                        new SubOrchestrationOptions(instanceId: "child")
                    )
            );

    [Theory, ClassData(typeof(Setups))]
    public async Task A_start_with_an_id_in_use_is_refused_and_a_finished_one_is_replaced(
        Setup setup
    )
    {
        await using var rig = new Rig(setup, Waiting);
        await rig.StartAsync("Wait");
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => rig.StartAsync("Wait"));
        await rig.IdleAsync();
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => rig.StartAsync("Wait"));
        await rig.Client.SuspendInstanceAsync("it");
        await rig.IdleAsync();
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => rig.StartAsync("Wait"));
        await rig.Client.ResumeInstanceAsync("it");
        await rig.Client.RaiseEventAsync("it", "go", "first");
        await rig.IdleAsync();

        Assert.Equal("second", (await rig.RunAsync("Echo", "second")).ReadOutputAs<string>());
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task Dedupe_statuses_block_and_every_other_status_is_replaced_even_a_running_one(
        Setup setup
    )
    {
        await using var rig = new Rig(setup, Waiting);
        await rig.RunAsync("Echo", "first");
        var all = new StartOrchestrationOptions("it").WithDedupeStatuses([
            .. StartOrchestrationOptionsExtensions.ValidDedupeStatuses,
        ]);
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() =>
            rig.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "x", all)
        );
        await rig.StartAsync("Wait");
        await rig.IdleAsync();
        var onlyFailed = new StartOrchestrationOptions("it").WithDedupeStatuses(
            OrchestrationRuntimeStatus.Failed
        );
        await rig.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "second", onlyFailed);
        await rig.IdleAsync();

        Assert.Equal("second", (await rig.GetAsync()).ReadOutputAs<string>());
        await Assert.ThrowsAsync<ArgumentException>(() =>
            rig.Client.ScheduleNewOrchestrationInstanceAsync(
                "Echo",
                "x",
                new StartOrchestrationOptions("it") { DedupeStatuses = ["Sleeping"] }
            )
        );
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_start_in_the_future_is_pending_till_then_and_keeps_its_events(Setup setup)
    {
        await using var rig = new Rig(setup, Waiting);
        await rig.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait",
            new StartOrchestrationOptions(
                "it",
                Rig.Start.AddDays(2).ToOffset(TimeSpan.FromHours(7))
            )
        );
        await rig.Client.RaiseEventAsync("it", "go", "early");
        await rig.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await rig.GetAsync()).RuntimeStatus);
        await rig.CrashAsync();
        Assert.Equal(Rig.Start.AddDays(2), rig.Engine.NextDue);
        await rig.PassAllTimeAsync();

        Assert.Equal("early", (await rig.GetAsync()).ReadOutputAs<string>());
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_suspended_instance_keeps_events_in_order_until_it_is_resumed(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc<string>(
                    "Two",
                    async context =>
                        await context.WaitForExternalEvent<string>("e")
                        + await context.WaitForExternalEvent<string>("e")
                )
        );
        await rig.StartAsync("Two");
        await rig.IdleAsync();
        await rig.Client.SuspendInstanceAsync("it", "holiday");
        await rig.Client.RaiseEventAsync("it", "e", "a");
        await rig.IdleAsync();
        await rig.Client.RaiseEventAsync("it", "e", "b");
        await rig.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await rig.GetAsync()).RuntimeStatus);
        await rig.CrashAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            rig.Client.SuspendInstanceAsync("it")
        );
        await rig.Client.ResumeInstanceAsync("it");
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            rig.Client.ResumeInstanceAsync("it")
        );
        await rig.IdleAsync();

        Assert.Equal("ab", (await rig.GetAsync()).ReadOutputAs<string>());
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_termination_leaves_its_output_and_spares_the_children_unless_told(
        Setup setup
    )
    {
        await using var rig = new Rig(setup, Waiting);
        await rig.StartAsync("Parent");
        await rig.IdleAsync();
        await rig.Client.TerminateInstanceAsync("it", (object)"enough");
        await rig.IdleAsync();

        var parent = await rig.GetAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, parent.RuntimeStatus);
        Assert.Equal("enough", parent.ReadOutputAs<string>());
        Assert.Equal(
            OrchestrationRuntimeStatus.Running,
            (await rig.GetAsync("child")).RuntimeStatus
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            rig.Client.TerminateInstanceAsync("it")
        );

        await rig.Client.TerminateInstanceAsync("child");
        await rig.StartAsync("Parent");
        await rig.IdleAsync();
        await rig.Client.TerminateInstanceAsync(
            "it",
            new TerminateInstanceOptions(Recursive: true)
        );
        await rig.IdleAsync();
        Assert.Equal(
            OrchestrationRuntimeStatus.Terminated,
            (await rig.GetAsync("child")).RuntimeStatus
        );
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_terminated_child_is_a_failure_to_its_parent(Setup setup)
    {
        await using var rig = new Rig(setup, Waiting);
        await rig.StartAsync("Parent");
        await rig.IdleAsync();
        await rig.Client.TerminateInstanceAsync("child");
        await rig.IdleAsync();

        var parent = await rig.GetAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, parent.RuntimeStatus);
        Assert.Equal("OrchestrationTerminated", parent.FailureDetails!.InnerFailure!.ErrorType);
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_second_child_of_one_id_is_a_failure_and_no_hang(Setup setup)
    {
        await using var rig = new Rig(setup, Waiting);
        await rig.StartAsync("Wait", id: "child");
        await rig.StartAsync("Parent");
        await rig.IdleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await rig.GetAsync()).RuntimeStatus);
        Assert.Equal(
            OrchestrationRuntimeStatus.Running,
            (await rig.GetAsync("child")).RuntimeStatus
        );
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task Purging_spares_what_is_alive_and_takes_children_if_told(Setup setup)
    {
        await using var rig = new Rig(setup, Waiting);
        await rig.StartAsync("Parent");
        await rig.IdleAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            rig.Client.PurgeInstanceAsync("it")
        );
        await rig.Client.RaiseEventAsync("child", "go", "x");
        await rig.StartAsync("Wait", id: "other");
        await rig.IdleAsync();

        Assert.Equal(0, (await rig.Client.PurgeInstanceAsync("missing")).PurgedInstanceCount);
        var purged = await rig.Client.PurgeInstanceAsync(
            "it",
            new PurgeInstanceOptions(Recursive: true)
        );
        Assert.Equal(2, purged.PurgedInstanceCount);
        var rest = await rig.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter());
        Assert.Equal(0, rest.PurgedInstanceCount);
        await rig.CrashAsync();
        Assert.Null(await rig.Client.GetInstanceAsync("child"));
        Assert.NotNull(await rig.Client.GetInstanceAsync("other"));
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_query_filters_and_pages_by_id(Setup setup)
    {
        await using var rig = new Rig(setup, Waiting);
        for (var i = 0; i < 7; i++)
        {
            await rig.StartAsync(i < 5 ? "Echo" : "Wait", $"input {i}", $"a.{i}");
        }

        await rig.PassAsync(TimeSpan.FromHours(1));
        await rig.StartAsync("Echo", "late", "b.0");
        await rig.IdleAsync();

        async Task<string> IdsAsync(OrchestrationQuery query)
        {
            var ids = new List<string>();
            await foreach (var page in rig.Client.GetAllInstancesAsync(query).AsPages())
            {
                Assert.True(page.Values.Count <= query.PageSize);
                ids.AddRange(page.Values.Select(instance => instance.InstanceId));
            }

            return string.Join(' ', ids);
        }

        Assert.Equal(
            "a.0 a.1 a.2 a.3 a.4 a.5 a.6",
            await IdsAsync(new(InstanceIdPrefix: "a.", PageSize: 3))
        );
        Assert.Equal(
            "a.5 a.6",
            await IdsAsync(new(Statuses: [OrchestrationRuntimeStatus.Running]))
        );
        Assert.Equal("b.0", await IdsAsync(new(CreatedFrom: Rig.Start.AddHours(1))));
        Assert.Equal("", await IdsAsync(new(InstanceIdPrefix: "A.")));
        var bare = await rig.Client.GetInstanceAsync("a.0");
        Assert.Throws<InvalidOperationException>(() => bare!.ReadInputAs<string>());
        Assert.Equal("input 0", (await rig.GetAsync("a.0")).ReadInputAs<string>());
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task Waiting_ends_with_the_start_and_the_end_even_if_the_instance_comes_later(
        Setup setup
    )
    {
        await using var rig = new Rig(setup, Waiting);
        var started = rig.Client.WaitForInstanceStartAsync("it");
        var ended = rig.Client.WaitForInstanceCompletionAsync("it", getInputsAndOutputs: true);
        using var hurry = new CancellationTokenSource();
        var cancelled = rig.Client.WaitForInstanceCompletionAsync("it", hurry.Token);
        await hurry.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await rig.StartAsync("Wait");
        Assert.False(started.IsCompleted);
        await rig.IdleAsync();
        Assert.True((await started.WaitAsync(TimeSpan.FromSeconds(5))).IsRunning);
        await rig.Client.RaiseEventAsync("it", "go", "x");
        await rig.IdleAsync();

        Assert.Equal("x", (await ended.WaitAsync(TimeSpan.FromSeconds(5))).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData("@a")]
    [InlineData("a/b")]
    [InlineData("a#b")]
    [InlineData("a\nb")]
    public async Task An_id_that_some_backend_refuses_is_refused(string id)
    {
        await using var rig = new Rig(Setup.MemoryCached, Waiting);

        await Assert.ThrowsAsync<ArgumentException>(() => rig.StartAsync("Wait", id: id));
    }
}

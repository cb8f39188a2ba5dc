using DurableTask.Core.Exceptions;

namespace ProgramReview.Conformance.Suite;

internal static class StartCases
{
    [Rule("119", "An instance nobody named gets an id of 32 hex digits.")]
    public static async Task An_id_is_made_if_none_is_given(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Waiting);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await host.SettleAsync();

        Assert.True(Guid.TryParseExact(id, "N", out _), id);
        Assert.Equal(OrchestrationRuntimeStatus.Running, await host.StatusAsync(id));
        await host.ActedAsAsync(id);
    }

    [Rule("119", "Ids that differ in case are two ids.")]
    public static async Task Ids_differ_by_case(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Waiting);
        await host.StartAsync("Wait", id: "it");
        await host.StartAsync("Wait", id: "IT");
        await host.RaiseAsync("Go", 1, "IT");

        Assert.Equal(1, await host.ResultAsync<int>("IT"));
        Assert.Equal(OrchestrationRuntimeStatus.Running, await host.StatusAsync());
        await host.ActedAsync();
    }

    [Rule(
        "120",
        "Ids that some backend cannot keep are refused: with / \\ # ?, control characters, @ in front, or too long."
    )]
    public static async Task Ids_no_backend_keeps_are_refused(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Waiting);
        foreach (
            var id in new[] { "a/b", "a\\b", "a#b", "a?b", "a\nb", "@a", new string('a', 257) }
        )
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => host.StartAsync("Wait", id: id));
        }

        await host.StartAsync("Wait", id: "a@b-c_d.é");
        await host.ActedAsAsync("a@b-c_d.é");
    }

    [Rule("121", "A start in the future is Pending until then.")]
    public static async Task A_start_in_the_future_waits(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<DateTime>("Now", context => context.CurrentUtcDateTime)
        );
        await host.StartAsync("Now", id: "first");
        var at = new DateTimeOffset(await host.ResultAsync<DateTime>("first")) + 3 * world.Beat;
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Now",
            new StartOrchestrationOptions("it", at.ToOffset(TimeSpan.FromHours(7)))
        );
        await host.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Pending, await host.StatusAsync());

        Assert.True(await host.ResultAsync<DateTime>() >= at.UtcDateTime);
        await host.ActedAsync();
    }

    [Rule("121", "A start in the past is a start now.")]
    public static async Task A_start_in_the_past_is_now(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Waiting);
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait",
            new StartOrchestrationOptions(
                "it",
                new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)
            )
        );
        await host.SettleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Running, await host.StatusAsync());
        await host.ActedAsync();
    }

    [Rule(
        "123, 124",
        "A start with the id of a live instance is refused by the exception made for it."
    )]
    public static async Task A_live_id_is_refused(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Waiting);
        await host.StartAsync("Wait");

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() =>
            host.StartAsync("Wait")
        );
        await host.Client.SuspendInstanceAsync("it", "pause");
        await host.SettleAsync();
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() =>
            host.StartAsync("Wait")
        );
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, await host.StatusAsync());
        await host.ActedAsync();
    }

    [Rule(
        "123, 126",
        "A start with the id of an ended instance takes its place; what that left is gone."
    )]
    public static async Task An_ended_id_is_taken_over(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
        {
            Waiting(tasks);
            tasks
                .AddOrchestratorFunc(
                    "Work",
                    async context =>
                    {
                        await context.CallActivityAsync("Work");
                        context.SetCustomStatus("left behind");
                        return "old";
                    }
                )
                .AddActivityFunc("Work", _ => { });
        });
        Assert.Equal("old", await host.RunAsync<string>("Work"));
        await host.StartAsync("Wait");
        var instance = await host.GetAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Running, instance.RuntimeStatus);
        Assert.Equal("Wait", instance.Name);
        Assert.Null(instance.SerializedOutput);
        Assert.Null(instance.SerializedCustomStatus);
        await host.ActedAsync();
    }

    [Rule("122", "The statuses that are named block a start.")]
    public static async Task Named_statuses_block_a_start(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Waiting);
        await host.StartAsync("Wait");
        await host.RaiseAsync("Go", 1);
        await host.ResultAsync<int>();

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() =>
            AgainAsync(
                host,
                OrchestrationRuntimeStatus.Completed,
                OrchestrationRuntimeStatus.Failed
            )
        );
        Assert.Equal(1, await host.ResultAsync<int>());
        await AgainAsync(host, OrchestrationRuntimeStatus.Failed);
        await host.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, await host.StatusAsync());
        await host.ActedAsync();
    }

    [Rule("122", "Every status that is not named is taken over, a running instance too.")]
    public static async Task A_running_instance_is_taken_over_if_told(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<int, int>(
                "Wait",
                async (context, n) => n + await context.WaitForExternalEvent<int>("Go")
            )
        );
        await host.StartAsync("Wait", 10);
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait",
            20,
            new StartOrchestrationOptions("it").WithDedupeStatuses(
                OrchestrationRuntimeStatus.Completed
            )
        );
        await host.SettleAsync();
        await host.RaiseAsync("Go", 1);

        Assert.Equal(21, await host.ResultAsync<int>());
        await host.ActedAsync();
    }

    [Rule("122", "A list of no statuses blocks nothing; no list leaves it to the host.")]
    public static async Task An_empty_list_blocks_nothing(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string, string>(
                "Wait",
                async (context, name) => name + await context.WaitForExternalEvent<string>("Go")
            )
        );
        await host.StartAsync("Wait", "first");
        await host.SettleAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait",
            "second",
            new StartOrchestrationOptions("it") { DedupeStatuses = [] }
        );
        await host.SettleAsync();
        await host.RaiseAsync("Go", "!");

        Assert.Equal("second!", await host.ResultAsync<string>());
        await host.ActedAsync();
    }

    [Rule(
        "122",
        "Terminated cannot block while a live status does not: what is replaced is terminated first."
    )]
    public static async Task Contradictory_statuses_are_refused(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc("Done", _ => { })
        );
        foreach (
            var statuses in (string[][])
                [
                    ["Terminated"],
                    ["Terminated", "Running"],
                    ["Running", "terminated", "Pending"],
                ]
        )
        {
            await Assert.ThrowsAsync<ArgumentException>(() =>
                host.Client.ScheduleNewOrchestrationInstanceAsync(
                    "Done",
                    new StartOrchestrationOptions("it") { DedupeStatuses = statuses }
                )
            );
        }

        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Done",
            new StartOrchestrationOptions("it")
            {
                DedupeStatuses = ["Running", "Pending", "Suspended", "Terminated"],
            }
        );
        await host.ResultAsync<object>();
        await host.ActedAsync();
    }

    [Rule("122", "A status nobody knows is refused.")]
    public static async Task An_unknown_status_is_refused(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Waiting);
        await host.StartAsync("Wait");

        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            host.Client.ScheduleNewOrchestrationInstanceAsync(
                "Wait",
                new StartOrchestrationOptions("it") { DedupeStatuses = ["Sleeping"] }
            )
        );
        await host.ActedAsync();
    }

    [Rule("59", "The tags of a start show on the instance.")]
    public static async Task Tags_show_on_the_instance(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Waiting);
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait",
            new StartOrchestrationOptions("it")
            {
                Tags = new Dictionary<string, string> { ["cycle"] = "2024q3" },
            }
        );
        await host.SettleAsync();

        Assert.Equal("2024q3", (await host.GetAsync()).Tags["cycle"]);
        await host.ActedAsync();
    }

    [Rule(
        "143",
        "Code can tell by its version; empty is lowest, numbers compare as numbers, other words as text."
    )]
    public static async Task Code_can_tell_by_its_version(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Old",
                context =>
                    $"{context.Version} {Math.Sign(context.CompareVersionTo("1.9"))} {Math.Sign(context.CompareVersionTo("1.10.0"))} "
                    + $"{Math.Sign(context.CompareVersionTo("1.10"))} {Math.Sign(context.CompareVersionTo(""))}"
            )
        );
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Old",
            new StartOrchestrationOptions("it") { Version = "1.10" }
        );
        Assert.Equal("1.10 1 -1 0 1", await host.ResultAsync<string>());
        await host.StartAsync("Old", id: "none");

        Assert.Equal(" -1 -1 -1 0", await host.ResultAsync<string>("none"));
        await host.ActedAsync();
    }

    private static Task AgainAsync(
        IConformanceHost host,
        params OrchestrationRuntimeStatus[] blocking
    ) =>
        host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait",
            new StartOrchestrationOptions("it").WithDedupeStatuses(blocking)
        );

    private static void Waiting(DurableTaskRegistry tasks) =>
        tasks.AddOrchestratorFunc<int>("Wait", context => context.WaitForExternalEvent<int>("Go"));
}

namespace ProgramReview.Conformance.Suite;

/// <summary>Code that is changed while instances run; the change shows when the code is replayed.</summary>
internal static class DeterminismCases
{
    [Rule(
        "107, 108",
        "Another name at a recorded number fails the instance; the error names both sides, and no other instance is touched."
    )]
    public static async Task Another_name_fails_only_its_instance(IConformanceWorld world)
    {
        var activity = "Old";
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc(
                    "Changed",
                    async context =>
                    {
                        await context.CallActivityAsync(activity);
                        await context.WaitForExternalEvent<int>("Go");
                    }
                )
                .AddOrchestratorFunc("Other", context => context.WaitForExternalEvent<int>("Go"))
                .AddActivityFunc("Old", _ => { })
                .AddActivityFunc("New", _ => { })
        );
        await host.StartAsync("Changed");
        await host.StartAsync("Other", id: "other");
        await host.ActedAsync("activity #0 Old");
        await host.ForgetCodeAsync();
        activity = "New";
        await host.RaiseAsync("Go", 1);
        await host.RaiseAsync("Go", 1, "other");
        var failure = await host.FailureAsync();

        Assert.EndsWith(
            "NonDeterministicOrchestrationException",
            failure.ErrorType,
            StringComparison.Ordinal
        );
        Assert.Contains("Old", failure.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("New", failure.ErrorMessage, StringComparison.Ordinal);
        await host.ResultAsync<object>("other");
    }

    [Rule("107", "Another kind of action at a recorded number fails the instance.")]
    public static async Task Another_kind_fails(IConformanceWorld world)
    {
        await FailsAsync(
            world,
            context => context.CallActivityAsync("Work"),
            context => context.CreateTimer(TimeSpan.Zero, CancellationToken.None),
            "activity #0 Work"
        );
    }

    [Rule("107", "A child in the place of an activity of the same name fails the instance.")]
    public static async Task A_child_for_an_activity_fails(IConformanceWorld world)
    {
        await FailsAsync(
            world,
            context => context.CallActivityAsync("Work"),
            context => context.CallSubOrchestratorAsync("Work"),
            "activity #0 Work"
        );
    }

    [Rule("107", "A recorded action that the code no longer takes fails the instance.")]
    public static async Task A_missing_action_fails(IConformanceWorld world)
    {
        await FailsAsync(
            world,
            context => context.CallActivityAsync("Work"),
            _ => Task.CompletedTask,
            "activity #0 Work"
        );
    }

    [Rule("25, 107", "An event sent under another name fails the instance.")]
    public static async Task An_event_of_another_name_fails(IConformanceWorld world)
    {
        await FailsAsync(
            world,
            context => SendAsync(context, "Old"),
            context => SendAsync(context, "New"),
            "event #0 Old"
        );

        static Task SendAsync(TaskOrchestrationContext context, string name)
        {
            context.SendEvent("nobody", name, 1);
            return Task.CompletedTask;
        }
    }

    [Rule("107, 109", "Inputs, due times and the case of names are not compared.")]
    public static async Task Inputs_and_times_are_not_compared(IConformanceWorld world)
    {
        var isChanged = false;
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int>(
                    "Changed",
                    async context =>
                    {
                        var got = await context.CallActivityAsync<int>(
                            isChanged ? "wORK" : "Work",
                            isChanged ? 2 : 1
                        );
                        await context.CreateTimer(
                            isChanged ? 5 * world.Beat : TimeSpan.Zero,
                            CancellationToken.None
                        );
                        await context.WaitForExternalEvent<int>("Go");
                        return got;
                    }
                )
                .AddActivityFunc<int, int>("Work", (_, n) => n)
        );
        await host.StartAsync("Changed");
        await host.PassAsync(world.Beat);
        await host.ForgetCodeAsync();
        isChanged = true;
        await host.RaiseAsync("Go", 1);

        Assert.Equal(1, await host.ResultAsync<int>());
        await host.ActedAsync("activity #0 Work", "timer #1");
    }

    [Rule("109", "A call behind all recorded ones is not noticed: it is made.")]
    public static async Task A_call_behind_the_recorded_ones_is_made(IConformanceWorld world)
    {
        var isChanged = false;
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc(
                    "Changed",
                    async context =>
                    {
                        await context.CallActivityAsync("Work");
                        var more = isChanged
                            ? context.CallActivityAsync("Work")
                            : Task.CompletedTask;
                        await context.WaitForExternalEvent<int>("Go");
                        await more;
                    }
                )
                .AddActivityFunc("Work", _ => { })
        );
        await host.StartAsync("Changed");
        await host.ForgetCodeAsync();
        isChanged = true;
        await host.RaiseAsync("Go", 1);

        await host.ResultAsync<object>();
        await host.ActedAsync("activity #0 Work", "activity #1 Work");
    }

    [Rule("108", "What the changed code asked for in the turn that fails is dropped.")]
    public static async Task What_changed_code_asked_for_is_dropped(IConformanceWorld world)
    {
        var activity = "Old";
        var ran = false;
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc(
                    "Changed",
                    async context =>
                    {
                        await context.CallActivityAsync(activity);
                        await context.WaitForExternalEvent<int>("Go");
                    }
                )
                .AddActivityFunc("Old", _ => { })
                .AddActivityFunc(
                    "New",
                    _ =>
                    {
                        ran = true;
                    }
                )
        );
        await host.StartAsync("Changed");
        await host.ForgetCodeAsync();
        activity = "New";
        await host.RaiseAsync("Go", 1);
        await host.FailureAsync();

        await host.ActedAsync("activity #0 Old");
        Assert.False(ran);
    }

    private static async Task FailsAsync(
        IConformanceWorld world,
        Func<TaskOrchestrationContext, Task> before,
        Func<TaskOrchestrationContext, Task> after,
        string recorded
    )
    {
        var code = before;
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc(
                    "Changed",
                    async context =>
                    {
                        await code(context);
                        await context.WaitForExternalEvent<int>("Go");
                    }
                )
                .AddOrchestratorFunc("Work", _ => { })
                .AddActivityFunc("Work", _ => { })
        );
        await host.StartAsync("Changed");
        await host.ActedAsync(recorded);
        await host.ForgetCodeAsync();
        code = after;
        await host.RaiseAsync("Go", 1);

        Assert.EndsWith(
            "NonDeterministicOrchestrationException",
            (await host.FailureAsync()).ErrorType,
            StringComparison.Ordinal
        );
    }
}

namespace ProgramReview.Conformance.Suite;

internal static class ChildCases
{
    [Rule("75", "A child nobody named gets the parent's next guid as its id, in 32 digits.")]
    public static async Task A_child_gets_the_next_guid_as_its_id(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string[]>(
                    "Outer",
                    async context =>
                    {
                        var call = context.CallSubOrchestratorAsync<string>("Inner");
                        return [$"{context.NewGuid()}", await call];
                    }
                )
                .AddOrchestratorFunc("Inner", context => context.InstanceId)
        );
        var got = (await host.RunAsync<string[]>("Outer"))!;

        Assert.Equal(32, got[1].Length);
        Assert.True(Guid.TryParseExact(got[1], "N", out var id));
        Assert.NotEqual(id, Guid.Parse(got[0]));
        await host.ActedAsync("child #0 Inner");
    }

    [Rule("76", "A child knows the name and the id of its parent; at the top there is none.")]
    public static async Task A_child_knows_its_parent(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Outer",
                    async context =>
                        (context.Parent is null)
                        + " "
                        + await context.CallSubOrchestratorAsync<string>("Inner")
                )
                .AddOrchestratorFunc(
                    "Inner",
                    context => $"{context.Parent?.Name} {context.Parent?.InstanceId}"
                )
        );

        Assert.Equal("True Outer it", await host.RunAsync<string>("Outer"));
        await host.ActedAsync("child #0 Inner");
    }

    [Rule("56", "A child has the id the options carry, and its input.")]
    public static async Task A_child_has_the_id_it_is_given(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int>(
                    "Outer",
                    context =>
                        context.CallSubOrchestratorAsync<int>(
                            "Inner",
                            20,
                            new TaskOptions().WithInstanceId("kid")
                        )
                )
                .AddOrchestratorFunc<int, int>("Inner", (_, n) => n + 1)
        );

        Assert.Equal(21, await host.RunAsync<int>("Outer"));
        Assert.Equal("20", (await host.GetAsync("kid")).SerializedInput);
        await host.ActedAsync("child #0 Inner");
        await host.ActedAsAsync("kid");
    }

    [Rule(
        "57",
        "A copy of a child's options keeps the id unless another is given, and retry, tags and version."
    )]
    public static async Task A_copy_of_options_keeps_the_id(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Copy",
                _ =>
                {
                    var plain = new TaskOptions(new RetryPolicy(2, TimeSpan.FromSeconds(1)))
                    {
                        Tags = new Dictionary<string, string> { ["a"] = "b" },
                        Version = new TaskVersion("2"),
                    };
                    var named = plain.WithInstanceId("kid");
                    var copy = new SubOrchestrationOptions(named);
                    var other = new SubOrchestrationOptions(named, "other");
                    return $"{named.InstanceId} {copy.InstanceId} {other.InstanceId} {copy.Retry?.Policy?.MaxNumberOfAttempts} {copy.Tags?["a"]} {copy.Version?.Version}";
                }
            )
        );

        Assert.Equal("kid kid other 2 b 2", await host.RunAsync<string>("Copy"));
        await host.ActedAsync();
    }

    [Rule("79", "A child may have the id of an instance that has ended, and takes its place.")]
    public static async Task A_child_replaces_what_has_ended(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int>(
                    "Outer",
                    async context =>
                    {
                        var kid = new TaskOptions().WithInstanceId("kid");
                        return await context.CallSubOrchestratorAsync<int>("Inner", 1, kid)
                            + await context.CallSubOrchestratorAsync<int>("Inner", 10, kid);
                    }
                )
                .AddOrchestratorFunc<int, int>("Inner", (_, n) => n)
        );

        Assert.Equal(11, await host.RunAsync<int>("Outer"));
        Assert.Equal("10", (await host.GetAsync("kid")).SerializedOutput);
        await host.ActedAsync("child #0 Inner", "child #1 Inner");
    }

    [Rule(
        "78",
        "A child with the id of a live instance fails at once instead of waiting for ever."
    )]
    public static async Task A_child_with_a_live_id_fails(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Outer",
                    async context =>
                    {
                        try
                        {
                            await context.CallSubOrchestratorAsync(
                                "Inner",
                                new TaskOptions().WithInstanceId("kid")
                            );
                            return "";
                        }
                        catch (TaskFailedException exception)
                        {
                            return exception.FailureDetails.ErrorType;
                        }
                    }
                )
                .AddOrchestratorFunc("Inner", context => context.WaitForExternalEvent<int>("Go"))
        );
        await host.StartAsync("Inner", id: "kid");
        await host.StartAsync("Outer");

        Assert.EndsWith(
            "OrchestrationAlreadyExistsException",
            await host.ResultAsync<string>(),
            StringComparison.Ordinal
        );
        Assert.Equal(OrchestrationRuntimeStatus.Running, await host.StatusAsync("kid"));
        await host.ActedAsync("child #0 Inner");
    }

    [Rule("82", "A child nobody awaits holds back the end.")]
    public static async Task A_child_nobody_awaits_holds_back_the_end(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Outer",
                    context =>
                    {
                        _ = context.CallSubOrchestratorAsync(
                            "Inner",
                            new TaskOptions().WithInstanceId("kid")
                        );
                        return "done";
                    }
                )
                .AddOrchestratorFunc("Inner", context => context.WaitForExternalEvent<int>("Go"))
        );
        await host.StartAsync("Outer");
        Assert.Equal(OrchestrationRuntimeStatus.Running, await host.StatusAsync());
        await host.RaiseAsync("Go", 1, "kid");

        Assert.Equal("done", await host.ResultAsync<string>());
        await host.ActedAsync("child #0 Inner");
    }

    [Rule("80", "The end of a parent by termination leaves its children alone.")]
    public static async Task A_terminated_parent_leaves_its_children(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Family);
        await host.StartAsync("Outer");
        await host.Client.TerminateInstanceAsync("it", "enough");
        await host.SettleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, await host.StatusAsync());
        Assert.Equal(OrchestrationRuntimeStatus.Running, await host.StatusAsync("kid"));
        await host.RaiseAsync("Go", 1, "kid");
        Assert.Equal(1, await host.ResultAsync<int>("kid"));
        await host.ActedAsync("child #0 Inner");
    }

    [Rule("80", "A recursive termination ends the children too, and theirs.")]
    public static async Task A_recursive_termination_takes_the_children(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
        {
            Family(tasks);
            tasks.AddOrchestratorFunc(
                "Top",
                context =>
                    context.CallSubOrchestratorAsync(
                        "Outer",
                        new TaskOptions().WithInstanceId("middle")
                    )
            );
        });
        await host.StartAsync("Top");
        await host.Client.TerminateInstanceAsync(
            "it",
            new TerminateInstanceOptions("enough", Recursive: true)
        );
        await host.SettleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, await host.StatusAsync());
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, await host.StatusAsync("middle"));
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, await host.StatusAsync("kid"));
        await host.ActedAsync("child #0 Outer");
    }

    [Rule(
        "67, 68",
        "A child that is terminated is a failure to its parent, with details that say so."
    )]
    public static async Task A_terminated_child_is_a_failure(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Outer",
                    async context =>
                    {
                        try
                        {
                            await context.CallSubOrchestratorAsync(
                                "Inner",
                                new TaskOptions().WithInstanceId("kid")
                            );
                            return "";
                        }
                        catch (TaskFailedException exception)
                        {
                            return exception.FailureDetails?.ErrorType ?? "no details";
                        }
                    }
                )
                .AddOrchestratorFunc("Inner", context => context.WaitForExternalEvent<int>("Go"))
        );
        await host.StartAsync("Outer");
        await host.Client.TerminateInstanceAsync("kid", "enough");
        await host.SettleAsync();

        Assert.Equal("OrchestrationTerminated", await host.ResultAsync<string>());
        await host.ActedAsync("child #0 Inner");
    }

    [Rule("81", "The suspension of a parent does not touch its children.")]
    public static async Task A_suspended_parent_leaves_its_children(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(Family);
        await host.StartAsync("Outer");
        await host.Client.SuspendInstanceAsync("it", "pause");
        await host.SettleAsync();
        await host.RaiseAsync("Go", 1, "kid");

        Assert.Equal(1, await host.ResultAsync<int>("kid"));
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, await host.StatusAsync());
        await host.Client.ResumeInstanceAsync("it", "go on");
        Assert.Equal(1, await host.ResultAsync<int>());
        await host.ActedAsync("child #0 Inner");
    }

    [Rule("59", "The tags of a child are its parent's with those of the call.")]
    public static async Task A_child_has_its_parents_tags_and_its_own(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc(
                    "Outer",
                    context =>
                        context.CallSubOrchestratorAsync(
                            "Inner",
                            new TaskOptions
                            {
                                Tags = new Dictionary<string, string>
                                {
                                    ["b"] = "mine",
                                    ["c"] = "3",
                                },
                            }.WithInstanceId("kid")
                        )
                )
                .AddOrchestratorFunc("Inner", _ => { })
        );
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Outer",
            new StartOrchestrationOptions("it")
            {
                Tags = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" },
            }
        );
        await host.ResultAsync<object>();

        Assert.Equal(
            ["a=1", "b=mine", "c=3"],
            (await host.GetAsync("kid")).Tags.Select(tag => $"{tag.Key}={tag.Value}").Order()
        );
        await host.ActedAsync("child #0 Inner");
    }

    [Rule("83", "A child has the version of its options, never its parent's.")]
    public static async Task A_child_has_the_version_of_its_options(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Outer",
                    async context =>
                        $"[{context.Version}] [{await context.CallSubOrchestratorAsync<string>("Inner")}] "
                        + $"[{await context.CallSubOrchestratorAsync<string>("Inner", new TaskOptions { Version = "3.1" })}]"
                )
                .AddOrchestratorFunc("Inner", context => context.Version)
        );
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Outer",
            new StartOrchestrationOptions("it") { Version = "2.0" }
        );

        Assert.Equal("[2.0] [] [3.1]", await host.ResultAsync<string>());
        await host.ActedAsync("child #0 Inner", "child #1 Inner");
    }

    [Rule("69", "A child whose orchestrator is missing is a failure that names it.")]
    public static async Task A_missing_child_is_named(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Outer",
                async context =>
                {
                    try
                    {
                        await context.CallSubOrchestratorAsync("Missing");
                        return "";
                    }
                    catch (TaskFailedException exception)
                    {
                        return $"{exception.TaskName} {exception.FailureDetails.ErrorType}";
                    }
                }
            )
        );

        Assert.Equal("Missing OrchestratorTaskNotFound", await host.RunAsync<string>("Outer"));
        await host.ActedAsync("child #0 Missing");
    }

    [Rule(
        "94",
        "An answer for an instance whose place was taken is not an answer for the new one."
    )]
    public static async Task An_answer_for_a_replaced_parent_is_ignored(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int, int>(
                    "Outer",
                    (context, n) =>
                        context.CallSubOrchestratorAsync<int>(
                            "Inner",
                            new TaskOptions().WithInstanceId($"kid-{n}")
                        )
                )
                .AddOrchestratorFunc<int>(
                    "Inner",
                    context => context.WaitForExternalEvent<int>("Go")
                )
        );
        await host.StartAsync("Outer", 1);
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Outer",
            2,
            new StartOrchestrationOptions("it").WithDedupeStatuses(
                OrchestrationRuntimeStatus.Completed
            )
        );
        await host.SettleAsync();
        await host.RaiseAsync("Go", 1, "kid-1");
        Assert.Equal(1, await host.ResultAsync<int>("kid-1"));
        Assert.Equal(OrchestrationRuntimeStatus.Running, await host.StatusAsync());
        await host.RaiseAsync("Go", 2, "kid-2");

        Assert.Equal(2, await host.ResultAsync<int>());
        await host.ActedAsync("child #0 Inner");
    }

    private static void Family(DurableTaskRegistry tasks) =>
        tasks
            .AddOrchestratorFunc<int>(
                "Outer",
                context =>
                    context.CallSubOrchestratorAsync<int>(
                        "Inner",
                        new TaskOptions().WithInstanceId("kid")
                    )
            )
            .AddOrchestratorFunc<int>("Inner", context => context.WaitForExternalEvent<int>("Go"));
}

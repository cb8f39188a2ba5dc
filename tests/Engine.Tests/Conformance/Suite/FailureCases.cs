namespace ProgramReview.Conformance.Suite;

internal static class FailureCases
{
    [Rule(
        "60, 63",
        "A failure can be caught; it names task, number, type and message, and keeps its inner failures."
    )]
    public static async Task A_failure_names_its_cause(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string[]>(
                    "Catch",
                    async context =>
                    {
                        try
                        {
                            await context.CallActivityAsync("Fail");
                            return [];
                        }
                        catch (TaskFailedException exception)
                        {
                            var details = exception.FailureDetails;
                            return
                            [
                                exception.Message,
                                $"{details.ErrorType}: {details.ErrorMessage}",
                                $"{details.InnerFailure?.ErrorType}: {details.InnerFailure?.ErrorMessage}",
                            ];
                        }
                    }
                )
                .AddActivityFunc(
                    "Fail",
                    _ => throw new InvalidOperationException("outer", new TimeoutException("inner"))
                )
        );

        Assert.Equal(
            [
                "Task 'Fail' (#0) failed with an unhandled exception: outer",
                "System.InvalidOperationException: outer",
                "System.TimeoutException: inner",
            ],
            (await host.RunAsync<string[]>("Catch"))!.AsEnumerable()
        );
        await host.ActedAsync("activity #0 Fail");
    }

    [Rule("60", "Of an aggregate the first cause alone is kept.")]
    public static async Task Of_an_aggregate_the_first_cause_is_kept(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Catch",
                    async context =>
                    {
                        try
                        {
                            await context.CallActivityAsync("Fail");
                            return "";
                        }
                        catch (TaskFailedException exception)
                        {
                            var details = exception.FailureDetails;
                            return $"{details.ErrorType} {details.InnerFailure?.ErrorMessage}";
                        }
                    }
                )
                .AddActivityFunc(
                    "Fail",
                    _ =>
                        throw new AggregateException(
                            new TimeoutException("first"),
                            new TimeoutException("second")
                        )
                )
        );

        Assert.Equal("System.AggregateException first", await host.RunAsync<string>("Catch"));
        await host.ActedAsync("activity #0 Fail");
    }

    [Rule(
        "62",
        "The cause of a failure is known by its type and the types above it; an unknown type has no cause."
    )]
    public static async Task A_cause_is_known_by_its_base_types(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Catch",
                    async context =>
                    {
                        var fail = await FailureOfAsync(context, "Fail");
                        var missing = await FailureOfAsync(context, "Missing");
                        return $"{fail.IsCausedBy<FileNotFoundException>()} {fail.IsCausedBy<IOException>()} {fail.IsCausedBy<Exception>()} "
                            + $"{fail.IsCausedBy<TimeoutException>()} {missing.IsCausedBy<Exception>()}";
                    }
                )
                .AddActivityFunc("Fail", _ => throw new FileNotFoundException())
        );

        Assert.Equal("True True True False False", await host.RunAsync<string>("Catch"));
        await host.ActedAsync("activity #0 Fail", "activity #1 Missing");

        static async Task<TaskFailureDetails> FailureOfAsync(
            TaskOrchestrationContext context,
            string name
        )
        {
            try
            {
                await context.CallActivityAsync(name);
                throw new InvalidOperationException("It did not fail.");
            }
            catch (TaskFailedException exception)
            {
                return exception.FailureDetails;
            }
        }
    }

    [Rule("65", "A failure nobody catches gets one layer at each border it crosses.")]
    public static async Task A_failure_gets_a_layer_at_each_border(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc(
                    "Outer",
                    context =>
                        context.CallSubOrchestratorAsync(
                            "Inner",
                            new TaskOptions().WithInstanceId("kid")
                        )
                )
                .AddOrchestratorFunc("Inner", context => context.CallActivityAsync("Fail"))
                .AddActivityFunc("Fail", _ => throw new TimeoutException("too late"))
        );
        await host.StartAsync("Outer");
        var failure = await host.FailureAsync();

        Assert.Equal("Microsoft.DurableTask.TaskFailedException", failure.ErrorType);
        Assert.StartsWith(
            "Task 'Inner' (#0) failed",
            failure.ErrorMessage,
            StringComparison.Ordinal
        );
        Assert.Equal("Microsoft.DurableTask.TaskFailedException", failure.InnerFailure?.ErrorType);
        Assert.Equal("System.TimeoutException", failure.InnerFailure?.InnerFailure?.ErrorType);
        Assert.Equal("too late", failure.InnerFailure?.InnerFailure?.ErrorMessage);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, await host.StatusAsync("kid"));
        await host.ActedAsync("child #0 Inner");
        await host.ActedAsAsync("kid", "activity #0 Fail");
    }

    [Rule("72", "The output of a failed instance is plain text: type and message.")]
    public static async Task The_output_of_a_failure_is_plain_text(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc("Fail", Fail)
        );
        await host.StartAsync("Fail");
        await host.FailureAsync();

        Assert.Equal("System.TimeoutException: too late", (await host.GetAsync()).SerializedOutput);
        await host.ActedAsync();
    }

    [Rule("7", "A failure shows only when everything the instance began has ended.")]
    public static async Task A_failure_waits_for_open_tasks(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc(
                "Fail",
                context =>
                {
                    _ = context.CreateTimer(2 * world.Beat, CancellationToken.None);
                    Fail(context);
                }
            )
        );
        await host.StartAsync("Fail");
        Assert.Equal(OrchestrationRuntimeStatus.Running, await host.StatusAsync());

        Assert.Equal("too late", (await host.FailureAsync()).ErrorMessage);
        await host.ActedAsync("timer #0");
    }

    [Rule("10", "A cancellation that escapes fails the instance as what it is.")]
    public static async Task An_escaped_cancellation_is_a_failure(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc(
                "Escape",
                context => context.WaitForExternalEvent<int>("Go", world.Beat)
            )
        );
        await host.StartAsync("Escape");

        Assert.True((await host.FailureAsync()).IsCausedBy<TaskCanceledException>());
        await host.ActedAsync("timer #0");
    }

    [Rule("69", "An instance of a missing orchestrator fails and says so.")]
    public static async Task A_missing_orchestrator_is_a_failure(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc("Other", _ => { })
        );
        await host.StartAsync("Missing");
        var failure = await host.FailureAsync();

        Assert.Equal("OrchestratorTaskNotFound", failure.ErrorType);
        Assert.Contains("'Missing'", failure.ErrorMessage, StringComparison.Ordinal);
        await host.ActedAsync();
    }

    [Rule("60", "One failure among many can be told from the rest, which all end.")]
    public static async Task One_failure_among_many_is_told_apart(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Many",
                    async context =>
                    {
                        var calls = Enumerable
                            .Range(0, 4)
                            .Select(n => context.CallActivityAsync<int>("Odd", n))
                            .ToArray();
                        try
                        {
                            await Task.WhenAll(calls);
                        }
                        catch (TaskFailedException) { }

                        return string.Concat(calls.Select(call => call.IsFaulted ? "f" : "o"));
                    }
                )
                .AddActivityFunc<int, int>(
                    "Odd",
                    (_, n) => n == 2 ? throw new ArgumentException("two") : n
                )
        );

        Assert.Equal("oofo", await host.RunAsync<string>("Many"));
        await host.ActedAsync(
            "activity #0 Odd",
            "activity #1 Odd",
            "activity #2 Odd",
            "activity #3 Odd"
        );
    }

    private static void Fail(TaskOrchestrationContext context) =>
        throw new TimeoutException("too late");
}

namespace ProgramReview.Conformance.Suite;

internal static class RetryCases
{
    [Rule(
        "3, 42, 45",
        "The attempts of a policy count the first run; each waits on a timer, the last too; numbers go on."
    )]
    public static async Task A_policy_counts_the_first_run(IConformanceWorld world)
    {
        var runs = 0;
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int>(
                    "Retry",
                    async context =>
                    {
                        try
                        {
                            await context.CallActivityAsync(
                                "Fail",
                                new RetryPolicy(3, world.Beat).AsOptions()
                            );
                            return -1;
                        }
                        catch (TaskFailedException exception)
                        {
                            return exception.TaskId;
                        }
                    }
                )
                .AddActivityFunc(
                    "Fail",
                    _ =>
                    {
                        Interlocked.Increment(ref runs);
                        throw new InvalidOperationException("no");
                    }
                )
        );

        Assert.Equal(4, await host.RunAsync<int>("Retry"));
        Assert.Equal(3, runs);
        await host.ActedAsync(
            "activity #0 Fail",
            "timer #1",
            "activity #2 Fail",
            "timer #3",
            "activity #4 Fail",
            "timer #5"
        );
    }

    [Rule("42", "A policy stops at the first success and gives its result.")]
    public static async Task A_policy_stops_at_the_first_success(IConformanceWorld world)
    {
        var runs = 0;
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Retry",
                    context =>
                        context.CallActivityAsync<string>(
                            "Moody",
                            new RetryPolicy(5, world.Beat).AsOptions()
                        )
                )
                .AddActivityFunc(
                    "Moody",
                    _ =>
                        Interlocked.Increment(ref runs) < 3
                            ? throw new InvalidOperationException("no")
                            : "yes"
                )
        );

        Assert.Equal("yes", await host.RunAsync<string>("Retry"));
        await host.ActedAsync(
            "activity #0 Moody",
            "timer #1",
            "activity #2 Moody",
            "timer #3",
            "activity #4 Moody"
        );
    }

    [Rule("43", "The wait before a run grows by the coefficient, up to the longest wait.")]
    public static async Task The_wait_grows_up_to_the_longest(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<double>(
                    "Retry",
                    async context =>
                    {
                        var began = context.CurrentUtcDateTime;
                        var policy = new RetryPolicy(
                            4,
                            world.Beat,
                            2,
                            maxRetryInterval: 3 * world.Beat
                        );
                        try
                        {
                            await context.CallActivityAsync("Fail", policy.AsOptions());
                        }
                        catch (TaskFailedException) { }

                        return (context.CurrentUtcDateTime - began) / world.Beat;
                    }
                )
                .AddActivityFunc("Fail", _ => throw new InvalidOperationException("no"))
        );

        // One, two and - not four - three beats; no wait after the last run.
        Assert.InRange(await host.RunAsync<double>("Retry"), 6, 7.9);
        await host.ActedAsync(
            "activity #0 Fail",
            "timer #1",
            "activity #2 Fail",
            "timer #3",
            "activity #4 Fail",
            "timer #5",
            "activity #6 Fail",
            "timer #7"
        );
    }

    [Rule(
        "41",
        "Without other words every wait is like the first, an hour at most, and there is no limit of time."
    )]
    public static async Task A_policy_has_defaults(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Read",
                _ =>
                {
                    var policy = new RetryPolicy(2, TimeSpan.FromSeconds(1));
                    return $"{policy.BackoffCoefficient} {policy.MaxRetryInterval.TotalHours} {policy.RetryTimeout == Timeout.InfiniteTimeSpan}";
                }
            )
        );

        Assert.Equal("1 1 True", await host.RunAsync<string>("Read"));
        await host.ActedAsync();
    }

    [Rule("40", "A policy that makes no sense is refused when it is made.")]
    public static async Task A_senseless_policy_is_refused(IConformanceWorld world)
    {
        var second = TimeSpan.FromSeconds(1);
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<int>(
                "Refuse",
                _ =>
                    new Func<RetryPolicy>[]
                    {
                        () => new(0, second),
                        () => new(1, TimeSpan.Zero),
                        () => new(1, second, 0.9),
                        () => new(1, second, 1, second / 2),
                        () => new(1, second, 1, null, second / 2),
                    }.Count(make =>
                    {
                        try
                        {
                            make();
                            return false;
                        }
                        catch (ArgumentOutOfRangeException)
                        {
                            return true;
                        }
                    })
            )
        );

        Assert.Equal(5, await host.RunAsync<int>("Refuse"));
        await host.ActedAsync();
    }

    [Rule("44", "A policy plans no run once its time is over, counted from the first.")]
    public static async Task A_policy_ends_with_its_time(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc(
                    "Retry",
                    async context =>
                    {
                        var policy = new RetryPolicy(
                            10,
                            2 * world.Beat,
                            retryTimeout: 3 * world.Beat
                        );
                        try
                        {
                            await context.CallActivityAsync("Fail", policy.AsOptions());
                        }
                        catch (TaskFailedException) { }
                    }
                )
                .AddActivityFunc("Fail", _ => throw new InvalidOperationException("no"))
        );

        // Runs at 0, 2 and 4 beats: the third was planned at 2, when the time was not over.
        await host.RunAsync<object>("Retry");
        await host.ActedAsync(
            "activity #0 Fail",
            "timer #1",
            "activity #2 Fail",
            "timer #3",
            "activity #4 Fail"
        );
    }

    [Rule(
        "46, 48",
        "Whether to go on is asked after each failure but the last, about the failure of the activity itself."
    )]
    public static async Task Whether_to_go_on_is_asked_but_for_the_last(IConformanceWorld world)
    {
        // Kept by what was asked about: whoever replays asks again.
        var asked = new HashSet<string>();
        var runs = 0;
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc(
                    "Retry",
                    async context =>
                    {
                        var policy = new RetryPolicy(3, world.Beat)
                        {
                            HandleFailure = failure =>
                                asked.Add($"{failure.ErrorType} {failure.ErrorMessage}") || true,
                        };
                        try
                        {
                            await context.CallActivityAsync("Fail", policy.AsOptions());
                        }
                        catch (TaskFailedException) { }
                    }
                )
                .AddActivityFunc(
                    "Fail",
                    _ => throw new InvalidOperationException($"{Interlocked.Increment(ref runs)}")
                )
        );

        await host.RunAsync<object>("Retry");
        Assert.Equal(
            ["System.InvalidOperationException 1", "System.InvalidOperationException 2"],
            asked.Order()
        );
        await host.ActedAsync(
            "activity #0 Fail",
            "timer #1",
            "activity #2 Fail",
            "timer #3",
            "activity #4 Fail",
            "timer #5"
        );
    }

    [Rule(
        "47",
        "A 'no' stops the retries, and so does a throw while deciding: the caller sees the original failure."
    )]
    public static async Task A_no_or_a_throw_stops_the_retries(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Retry",
                    async context =>
                        await TryAsync(context, new(5, world.Beat) { HandleFailure = _ => false })
                        + await TryAsync(
                            context,
                            new(5, world.Beat)
                            {
                                HandleFailure = _ => throw new ArgumentException("mine"),
                            }
                        )
                )
                .AddActivityFunc("Fail", _ => throw new InvalidOperationException("no"))
        );

        Assert.Equal("no no ", await host.RunAsync<string>("Retry"));
        await host.ActedAsync("activity #0 Fail", "activity #1 Fail");

        static async Task<string> TryAsync(TaskOrchestrationContext context, RetryPolicy policy)
        {
            try
            {
                await context.CallActivityAsync("Fail", policy.AsOptions());
                return "";
            }
            catch (TaskFailedException exception)
            {
                return exception.FailureDetails.ErrorMessage + " ";
            }
        }
    }

    [Rule(
        "49, 50",
        "A handler has no wait and no limit of its own, counts from one, and is asked after every failure."
    )]
    public static async Task A_handler_decides_alone(IConformanceWorld world)
    {
        var asked = new HashSet<int>();
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Retry",
                    async context =>
                    {
                        RetryHandler handler = failed =>
                        {
                            asked.Add(failed.LastAttemptNumber);
                            return failed.LastAttemptNumber < 4
                                && failed.LastFailure.IsCausedBy<InvalidOperationException>()
                                && failed.TotalRetryTime >= TimeSpan.Zero;
                        };
                        try
                        {
                            await context.CallActivityAsync(
                                "Fail",
                                TaskOptions.FromRetryHandler(handler)
                            );
                            return "";
                        }
                        catch (TaskFailedException exception)
                        {
                            return exception.FailureDetails.ErrorMessage;
                        }
                    }
                )
                .AddActivityFunc("Fail", _ => throw new InvalidOperationException("no"))
        );

        Assert.Equal("no", await host.RunAsync<string>("Retry"));
        Assert.Equal([1, 2, 3, 4], asked.Order());
        await host.ActedAsync(
            "activity #0 Fail",
            "activity #1 Fail",
            "activity #2 Fail",
            "activity #3 Fail"
        );
    }

    [Rule("49", "A handler is orchestrator code: it may wait on a timer or call an activity.")]
    public static async Task A_handler_may_wait(IConformanceWorld world)
    {
        var runs = 0;
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Retry",
                    context =>
                    {
                        AsyncRetryHandler handler = async failed =>
                        {
                            await failed.OrchestrationContext.CreateTimer(
                                world.Beat,
                                CancellationToken.None
                            );
                            return await failed.OrchestrationContext.CallActivityAsync<bool>(
                                "Decide"
                            );
                        };
                        return context.CallActivityAsync<string>(
                            "Moody",
                            TaskOptions.FromRetryHandler(handler)
                        );
                    }
                )
                .AddActivityFunc("Decide", _ => true)
                .AddActivityFunc(
                    "Moody",
                    _ =>
                        Interlocked.Increment(ref runs) < 2
                            ? throw new InvalidOperationException("no")
                            : "yes"
                )
        );

        Assert.Equal("yes", await host.RunAsync<string>("Retry"));
        await host.ActedAsync(
            "activity #0 Moody",
            "timer #1",
            "activity #2 Decide",
            "activity #3 Moody"
        );
    }

    [Rule("50", "What a handler throws reaches the caller.")]
    public static async Task What_a_handler_throws_reaches_the_caller(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Retry",
                    async context =>
                    {
                        RetryHandler handler = _ => throw new ArgumentException("mine");
                        try
                        {
                            await context.CallActivityAsync(
                                "Fail",
                                TaskOptions.FromRetryHandler(handler)
                            );
                            return "";
                        }
                        catch (ArgumentException exception)
                        {
                            return exception.Message;
                        }
                    }
                )
                .AddActivityFunc("Fail", _ => throw new InvalidOperationException("no"))
        );

        Assert.Equal("mine", await host.RunAsync<string>("Retry"));
        await host.ActedAsync("activity #0 Fail");
    }

    [Rule(
        "51, 69",
        "A missing activity is named and never tried again, neither by a policy nor by a handler."
    )]
    public static async Task A_missing_activity_is_not_retried(IConformanceWorld world)
    {
        var asked = 0;
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Retry",
                async context =>
                {
                    RetryHandler handler = _ => ++asked < 3;
                    return await TryAsync(context, new RetryPolicy(3, world.Beat).AsOptions())
                        + await TryAsync(context, TaskOptions.FromRetryHandler(handler));
                }
            )
        );

        Assert.Equal(
            "ActivityTaskNotFound ActivityTaskNotFound ",
            await host.RunAsync<string>("Retry")
        );
        Assert.Equal(0, asked);
        await host.ActedAsync("activity #0 Missing", "activity #1 Missing");

        static async Task<string> TryAsync(TaskOrchestrationContext context, TaskOptions options)
        {
            try
            {
                await context.CallActivityAsync("Missing", options);
                return "";
            }
            catch (TaskFailedException exception)
            {
                return exception.FailureDetails.ErrorType + " ";
            }
        }
    }

    [Rule("53", "A child is tried again under one id, also if nobody chose it.")]
    public static async Task A_child_is_retried_under_one_id(IConformanceWorld world)
    {
        var ids = new HashSet<string>();
        var runs = 0;
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<string>(
                    "Retry",
                    async context =>
                    {
                        var policy = new RetryPolicy(3, world.Beat);
                        await context.CallSubOrchestratorAsync(
                            "Moody",
                            policy.AsOptions().WithInstanceId("kid")
                        );
                        await context.CallSubOrchestratorAsync("Moody", policy.AsOptions());
                        return "done";
                    }
                )
                .AddOrchestratorFunc(
                    "Moody",
                    async context =>
                    {
                        ids.Add(context.InstanceId);
                        await context.CallActivityAsync("Work");
                    }
                )
                .AddActivityFunc(
                    "Work",
                    _ =>
                    {
                        if (Interlocked.Increment(ref runs) % 2 == 1)
                        {
                            throw new InvalidOperationException("no");
                        }
                    }
                )
        );

        Assert.Equal("done", await host.RunAsync<string>("Retry"));
        Assert.Equal(4, runs);
        Assert.Equal(2, ids.Count);
        Assert.Contains("kid", ids);
        await host.ActedAsync(
            "child #0 Moody",
            "timer #1",
            "child #2 Moody",
            "child #3 Moody",
            "timer #4",
            "child #5 Moody"
        );
    }

    private static TaskOptions AsOptions(this RetryPolicy policy) =>
        TaskOptions.FromRetryPolicy(policy);
}

namespace ProgramReview.Engine.Tests;

public sealed class RetryTests
{
    private static Rig NewRig(
        Setup setup,
        TaskOptions options,
        List<DateTimeOffset> runs,
        int failures
    )
    {
        Rig rig = null!;
        rig = new(
            setup,
            tasks =>
                tasks
                    .AddOrchestratorFunc<string>(
                        "Retry",
                        async context =>
                        {
                            try
                            {
                                return await context.CallActivityAsync<string>(
                                    "Flaky",
                                    null,
                                    options
                                );
                            }
                            catch (TaskFailedException failed)
                            {
                                return $"gave up on #{failed.TaskId}";
                            }
                        }
                    )
                    .AddActivityFunc(
                        "Flaky",
                        _ =>
                        {
                            runs.Add(rig.Clock.GetUtcNow());
                            return runs.Count <= failures
                                ? throw new TimeoutException($"run {runs.Count}")
                                : "done";
                        }
                    )
        );
        return rig;
    }

    private static double[] Minutes(List<DateTimeOffset> runs) =>
        [.. runs.Select(run => (run - Rig.Start).TotalMinutes)];

    [Theory, ClassData(typeof(Setups))]
    public async Task A_policy_waits_longer_each_time_up_to_its_longest_wait(Setup setup)
    {
        var policy = new RetryPolicy(
            5,
            TimeSpan.FromMinutes(1),
            2,
            maxRetryInterval: TimeSpan.FromMinutes(3)
        );
        var runs = new List<DateTimeOffset>();
        await using var rig = NewRig(setup, TaskOptions.FromRetryPolicy(policy), runs, failures: 4);

        Assert.Equal("done", await rig.ResultOfAsync<string>("Retry"));
        Assert.Equal([0, 1, 3, 6, 9], Minutes(runs));
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_policy_counts_the_first_run_and_numbers_retries_and_timers_on(Setup setup)
    {
        var runs = new List<DateTimeOffset>();
        var options = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMinutes(1)));
        await using var rig = NewRig(setup, options, runs, failures: 9);

        Assert.Equal("gave up on #4", await rig.ResultOfAsync<string>("Retry"));
        Assert.Equal([0, 1, 2], Minutes(runs));
        var history = await rig.Engine.ReadHistoryAsync("it");
        Assert.Equal(
            3,
            history.Count(line => line.Contains("TimerFired", StringComparison.Ordinal))
        );
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_policy_plans_no_run_once_its_time_is_over(Setup setup)
    {
        var policy = new RetryPolicy(
            9,
            TimeSpan.FromMinutes(2),
            retryTimeout: TimeSpan.FromMinutes(3)
        );
        var runs = new List<DateTimeOffset>();
        await using var rig = NewRig(setup, TaskOptions.FromRetryPolicy(policy), runs, failures: 9);

        await rig.ResultOfAsync<string>("Retry");

        Assert.Equal([0, 2, 4], Minutes(runs));
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_decision_is_asked_after_each_failure_but_the_last_and_a_throw_means_no(
        Setup setup
    )
    {
        var asked = new HashSet<string>();
        var runs = new List<DateTimeOffset>();
        var policy = new RetryPolicy(3, TimeSpan.FromMinutes(1))
        {
            HandleFailure = failure =>
                asked.Add($"{failure.ErrorType} {failure.ErrorMessage}") || true,
        };
        await using (
            var rig = NewRig(setup, TaskOptions.FromRetryPolicy(policy), runs, failures: 9)
        )
        {
            await rig.ResultOfAsync<string>("Retry");
        }

        Assert.Equal(["System.TimeoutException run 1", "System.TimeoutException run 2"], asked);

        var throwing = new RetryPolicy(3, TimeSpan.FromMinutes(1))
        {
            HandleFailure = _ => throw new FormatException(),
        };
        runs.Clear();
        await using var other = NewRig(
            setup,
            TaskOptions.FromRetryPolicy(throwing),
            runs,
            failures: 9
        );

        Assert.Equal("gave up on #0", await other.ResultOfAsync<string>("Retry"));
        Assert.Single(runs);
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_handler_is_orchestrator_code_without_a_wait_or_limit_of_its_own(Setup setup)
    {
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        var runs = new List<DateTimeOffset>();
        var options = TaskOptions.FromRetryHandler(
            async (RetryContext retry) =>
            {
                seen.Add(
                    $"{retry.LastAttemptNumber} {retry.LastFailure.ErrorMessage} {retry.TotalRetryTime}"
                );
                await retry.OrchestrationContext.CreateTimer(
                    TimeSpan.FromMinutes(5),
                    retry.CancellationToken
                );
                return retry.LastAttemptNumber < 3;
            }
        );
        await using var rig = NewRig(setup, options, runs, failures: 9);

        Assert.Equal("gave up on #4", await rig.ResultOfAsync<string>("Retry"));
        Assert.Equal([0, 5, 10], Minutes(runs));
        Assert.Equal(["1 run 1 00:00:00", "2 run 2 00:05:00", "3 run 3 00:10:00"], seen);
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_child_is_retried_under_one_id(Setup setup)
    {
        var ids = new List<string>();
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks
                    .AddOrchestratorFunc<string>(
                        "Parent",
                        context =>
                            context.CallSubOrchestratorAsync<string>(
                                "Child",
                                null,
                                TaskOptions.FromRetryPolicy(
                                    new RetryPolicy(3, TimeSpan.FromMinutes(1))
                                )
                            )
                    )
                    .AddOrchestratorFunc<string>(
                        "Child",
                        context => context.CallActivityAsync<string>("Flaky")
                    )
                    .AddActivityFunc(
                        "Flaky",
                        context =>
                        {
                            ids.Add(context.InstanceId);
                            return ids.Count < 3 ? throw new TimeoutException() : "done";
                        }
                    )
        );

        Assert.Equal("done", await rig.ResultOfAsync<string>("Parent"));
        Assert.Equal(3, ids.Count);
        Assert.Single(ids.Distinct());
    }
}

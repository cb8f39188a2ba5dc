using System.Globalization;

namespace ProgramReview.Engine.Tests;

public sealed class ActivityTests
{
    [Theory, ClassData(typeof(Setups))]
    public async Task An_activity_takes_an_input_and_gives_a_result(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks
                    .AddOrchestratorFunc<string, string>(
                        "Greet",
                        (context, name) => context.CallActivityAsync<string>("hello", name)
                    )
                    .AddActivityFunc<string, string>("Hello", (_, name) => $"Hello {name}")
        );

        Assert.Equal("Hello Hà Nội", await rig.ResultOfAsync<string>("Greet", "Hà Nội"));
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_fan_out_gives_the_results_in_order_and_each_runs_once(Setup setup)
    {
        var runs = 0;
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks
                    .AddOrchestratorFunc<int, int[]>(
                        "FanOut",
                        (context, count) =>
                            Task.WhenAll(
                                Enumerable
                                    .Range(0, count)
                                    .Select(i => context.CallActivityAsync<int>("Square", i))
                            )
                    )
                    .AddActivityFunc<int, int>(
                        "Square",
                        (_, i) =>
                        {
                            Interlocked.Increment(ref runs);
                            return i * i;
                        }
                    )
        );

        var squares = await rig.ResultOfAsync<int[]>("FanOut", 300);

        Assert.Equal(Enumerable.Range(0, 300).Select(i => i * i), squares!);
        Assert.Equal(300, runs);
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_failure_can_be_caught_and_names_task_number_and_cause(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks
                    .AddOrchestratorFunc<string[]>(
                        "Catch",
                        async context =>
                        {
                            await context.CallActivityAsync("Fine");
                            try
                            {
                                await context.CallActivityAsync("Bad");
                                return ["no failure"];
                            }
                            catch (TaskFailedException failed)
                            {
                                var inner = failed.FailureDetails.InnerFailure!;
                                return
                                [
                                    failed.Message,
                                    failed.TaskName,
                                    failed.TaskId.ToString(CultureInfo.InvariantCulture),
                                    failed.FailureDetails.ErrorType,
                                    inner.ErrorMessage,
                                    failed
                                        .FailureDetails.IsCausedBy<InvalidOperationException>()
                                        .ToString(),
                                ];
                            }
                        }
                    )
                    .AddActivityFunc("Fine", _ => { })
                    .AddActivityFunc(
                        "Bad",
                        _ =>
                            throw new InvalidOperationException(
                                "broken",
                                new FormatException("inside")
                            )
                    )
        );

        Assert.Equal(
            [
                "Task 'Bad' (#1) failed with an unhandled exception: broken",
                "Bad",
                "1",
                "System.InvalidOperationException",
                "inside",
                "True",
            ],
            await rig.ResultOfAsync<string[]>("Catch")
        );
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task An_uncaught_failure_fails_the_instance_with_a_layer_per_boundary(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks
                    .AddOrchestratorFunc(
                        "Parent",
                        context => context.CallSubOrchestratorAsync("Child")
                    )
                    .AddOrchestratorFunc("Child", context => context.CallActivityAsync("Bad"))
                    .AddActivityFunc("Bad", _ => throw new FormatException("broken"))
        );

        var instance = await rig.RunAsync("Parent");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
        var details = instance.FailureDetails!;
        Assert.Equal("Microsoft.DurableTask.TaskFailedException", details.ErrorType);
        Assert.StartsWith(
            "Task 'Child' (#0) failed",
            details.ErrorMessage,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Task 'Bad' (#0) failed",
            details.InnerFailure!.ErrorMessage,
            StringComparison.Ordinal
        );
        Assert.Equal("System.FormatException", details.InnerFailure.InnerFailure!.ErrorType);
        Assert.StartsWith(details.ErrorType, instance.SerializedOutput, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_missing_activity_or_orchestrator_is_named_and_not_retried(Setup setup)
    {
        var retry = TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromHours(1)));
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks
                    .AddOrchestratorFunc(
                        "Activity",
                        context => context.CallActivityAsync("Nobody", null, retry)
                    )
                    .AddOrchestratorFunc(
                        "Child",
                        context => context.CallSubOrchestratorAsync("Nobody", null, retry)
                    )
        );

        var activity = await rig.RunAsync("Activity", id: "a");
        var child = await rig.RunAsync("Child", id: "b");
        var start = await rig.RunAsync("Nobody", id: "c");

        Assert.Equal("ActivityTaskNotFound", activity.FailureDetails!.InnerFailure!.ErrorType);
        Assert.Equal("OrchestratorTaskNotFound", child.FailureDetails!.InnerFailure!.ErrorType);
        Assert.Equal("OrchestratorTaskNotFound", start.FailureDetails!.ErrorType);
        Assert.Equal(Rig.Start, rig.Clock.GetUtcNow());
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task Null_results_and_inputs_become_defaults_but_a_value_cannot_be_missing(
        Setup setup
    )
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks
                    .AddOrchestratorFunc<string>(
                        "Nulls",
                        async context =>
                        {
                            var number = await context.CallActivityAsync<int>("Nothing");
                            var text = await context.CallActivityAsync<string?>("Echo");
                            try
                            {
                                await context.CallActivityAsync("Double");
                                return "no failure";
                            }
                            catch (TaskFailedException failed)
                            {
                                return $"{number} {text ?? "null"} {failed.FailureDetails.ErrorType}";
                            }
                        }
                    )
                    .AddActivityFunc("Nothing", _ => { })
                    .AddActivityFunc<string?, string?>("Echo", (_, text) => text)
                    .AddActivityFunc<int, int>("Double", (_, i) => 2 * i)
        );

        Assert.Equal(
            "0 null System.Text.Json.JsonException",
            await rig.ResultOfAsync<string>("Nulls")
        );
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task Options_in_the_place_of_the_input_are_refused(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc(
                    "Wrong",
                    context =>
                        context.CallActivityAsync("Any", (object)new TaskOptions(retry: null))
                )
        );

        var instance = await rig.RunAsync("Wrong");

        Assert.Equal("System.ArgumentException", instance.FailureDetails!.ErrorType);
    }
}

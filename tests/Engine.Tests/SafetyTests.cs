using Microsoft.Extensions.Logging;

namespace ProgramReview.Engine.Tests;

public sealed class SafetyTests
{
    [Theory, ClassData(typeof(Setups))]
    public async Task Changed_code_fails_only_its_own_instance_and_both_sides_are_named(Setup setup)
    {
        static void Register(DurableTaskRegistry tasks, string activity) =>
            tasks
                .AddOrchestratorFunc(
                    "Changed",
                    async context =>
                    {
                        await context.CallActivityAsync(activity);
                        await context.WaitForExternalEvent<int>("go");
                    }
                )
                .AddOrchestratorFunc("Other", context => context.WaitForExternalEvent<int>("go"))
                .AddActivityFunc("Old", _ => { })
                .AddActivityFunc("New", _ => { });
        await using var rig = new Rig(setup, tasks => Register(tasks, "Old"));
        await rig.StartAsync("Changed");
        await rig.StartAsync("Other", id: "other");
        await rig.IdleAsync();
        await rig.CrashAsync(tasks => Register(tasks, "New"));
        await rig.Client.RaiseEventAsync("it", "go", 1);
        await rig.Client.RaiseEventAsync("other", "go", 1);
        await rig.IdleAsync();

        var details = (await rig.GetAsync()).FailureDetails!;
        Assert.EndsWith(
            "NonDeterministicOrchestrationException",
            details.ErrorType,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "ActivityScheduled #0 'Old'",
            details.ErrorMessage,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "ActivityScheduled #0 'New'",
            details.ErrorMessage,
            StringComparison.Ordinal
        );
        Assert.Equal(
            OrchestrationRuntimeStatus.Completed,
            (await rig.GetAsync("other")).RuntimeStatus
        );
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_call_that_was_refused_is_not_taken_for_the_next_one(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks
                    .AddOrchestratorFunc<string>(
                        "Mistaken",
                        async context =>
                        {
                            var refused = "";
                            try
                            {
                                await context.CallActivityAsync<int>("Double", typeof(string));
                            }
                            catch (NotSupportedException)
                            {
                                refused = "refused, ";
                            }

                            var first = await context.CallActivityAsync<int>("Double", 4);
                            var second = await context.CallActivityAsync<int>("Double", first);
                            return $"{refused}{first}, {second}";
                        }
                    )
                    .AddActivityFunc<int, int>("Double", (_, number) => 2 * number)
        );

        Assert.Equal("refused, 8, 16", await rig.ResultOfAsync<string>("Mistaken"));
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task Awaiting_a_foreign_task_fails_the_instance_at_once(Setup setup)
    {
        var never = new TaskCompletionSource();
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks
                    .AddOrchestratorFunc(
                        "Foreign",
                        async context =>
                        {
                            await context.CallActivityAsync("Fine");
                            await never.Task;
                        }
                    )
                    .AddActivityFunc("Fine", _ => { })
        );

        var instance = await rig.RunAsync("Foreign");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
        Assert.Contains(
            "not durable",
            instance.FailureDetails!.ErrorMessage,
            StringComparison.Ordinal
        );
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_foreign_task_that_ends_later_fails_the_instance_although_an_event_is_awaited(
        Setup setup
    )
    {
        var foreign = new TaskCompletionSource();
        var ran = false;
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc(
                    "Foreign",
                    async context =>
                    {
                        var ring = context.WaitForExternalEvent<int>("ring");
                        await foreign.Task;
                        ran = true;
                        await ring;
                    }
                )
        );
        await rig.StartAsync("Foreign");
        await rig.IdleAsync();
        await Task.Run(foreign.SetResult);
        await rig.IdleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await rig.GetAsync()).RuntimeStatus);
        Assert.False(ran);
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task The_context_refuses_callers_off_the_orchestrators_thread(Setup setup)
    {
        TaskOrchestrationContext? leaked = null;
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc(
                    "Leak",
                    context =>
                    {
                        leaked = context;
                        return context.WaitForExternalEvent<int>("never");
                    }
                )
        );
        await rig.StartAsync("Leak");
        await rig.IdleAsync();

        var refusal = Assert.Throws<InvalidOperationException>(() => leaked!.NewGuid());
        Assert.Contains("off the orchestrator's thread", refusal.Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task Guids_repeat_on_replay_and_differ_otherwise(Setup setup)
    {
        var seen = new HashSet<string>();
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc(
                    "Guids",
                    async context =>
                    {
                        for (var i = 0; i < 5; i++)
                        {
                            seen.Add($"{context.InstanceId} {i} {context.NewGuid()}");
                            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                        }
                    }
                )
        );
        await rig.RunAsync("Guids", id: "a");
        await rig.RunAsync("Guids", id: "b");

        Assert.Equal(10, seen.Count);
        Assert.Equal(10, seen.Select(line => line.Split(' ')[2]).Distinct().Count());
        Assert.All(seen, line => Assert.Equal('5', line.Split(' ')[2][14]));
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task A_replay_safe_logger_writes_each_line_once(Setup setup)
    {
        using var lines = new Lines();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(lines));
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc(
                    "Log",
                    async context =>
                    {
                        var log = context.CreateReplaySafeLogger("Log");
                        for (var i = 0; i < 3; i++)
                        {
                            log.LogInformation("day {Day}", i);
                            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                        }
                    }
                ),
            loggers
        );
        await rig.RunAsync("Log");

        Assert.Equal(["day 0", "day 1", "day 2"], lines.Written);
    }

    [Theory, ClassData(typeof(Setups))]
    public async Task An_escaped_cancellation_fails_the_instance(Setup setup)
    {
        await using var rig = new Rig(
            setup,
            tasks =>
                tasks.AddOrchestratorFunc(
                    "Escape",
                    context => context.WaitForExternalEvent<int>("e", TimeSpan.FromDays(1))
                )
        );

        var instance = await rig.RunAsync("Escape");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
        Assert.True(instance.FailureDetails!.IsCausedBy<OperationCanceledException>());
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public List<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose() { }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Written.Add(formatter(state, exception));
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace ProgramReview.Conformance.Suite;

/// <summary>What the code sees of its context: status, guids, the log, whether it lives through the past, and what it must not await.</summary>
internal static class CodeCases
{
    [Rule(
        "96, 101",
        "The custom status shows what was set last; only who asks for payloads sees it."
    )]
    public static async Task The_custom_status_shows_what_was_set_last(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc(
                "Show",
                async context =>
                {
                    context.SetCustomStatus("first");
                    context.SetCustomStatus("second");
                    await context.WaitForExternalEvent<int>("Go");
                    context.SetCustomStatus(3);
                }
            )
        );
        await host.StartAsync("Show");
        Assert.Equal("second", (await host.GetAsync()).ReadCustomStatusAs<string>());
        Assert.Null((await host.Client.GetInstanceAsync("it"))!.SerializedCustomStatus);
        await host.RaiseAsync("Go", 1);
        await host.ResultAsync<object>();

        Assert.Equal(3, (await host.GetAsync()).ReadCustomStatusAs<int>());
        await host.ActedAsync();
    }

    [Rule("97", "Null clears the custom status.")]
    public static async Task Null_clears_the_custom_status(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc(
                "Show",
                async context =>
                {
                    context.SetCustomStatus("busy");
                    await context.WaitForExternalEvent<int>("Go");
                    context.SetCustomStatus(null);
                    await context.WaitForExternalEvent<int>("Go");
                }
            )
        );
        await host.StartAsync("Show");
        await host.RaiseAsync("Go", 1);

        Assert.Null((await host.GetAsync()).ReadCustomStatusAs<string>());
        await host.ActedAsync();
    }

    [Rule(
        "102",
        "Guids are made from the instance's id, the time of the turn and a counter that runs on over the turns."
    )]
    public static async Task Guids_are_made_from_id_time_and_counter(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string[]>(
                "Guids",
                async context =>
                {
                    var first =
                        $"{context.CurrentUtcDateTime:o} {context.NewGuid()} {context.NewGuid()}";
                    await context.WaitForExternalEvent<int>("Go");
                    return [first, $"{context.CurrentUtcDateTime:o} {context.NewGuid()}"];
                }
            )
        );
        await host.StartAsync("Guids");
        await host.ForgetCodeAsync();
        await host.RaiseAsync("Go", 1);
        var turns = (await host.ResultAsync<string[]>())!.Select(turn => turn.Split(' ')).ToArray();

        Assert.Equal(
            [
                Version5($"it_{turns[0][0]}_0"),
                Version5($"it_{turns[0][0]}_1"),
                Version5($"it_{turns[1][0]}_2"),
            ],
            turns.SelectMany(turn => turn.Skip(1)).Select(Guid.Parse)
        );
        await host.ActedAsync();
    }

    [Rule(
        "103",
        "The replay-safe logger writes each line once, however often the code is replayed."
    )]
    public static async Task A_replay_safe_logger_writes_once(IConformanceWorld world)
    {
        using var lines = new Lines();
        await using var host = await world.StartAsync(
            tasks =>
                tasks.AddOrchestratorFunc(
                    "Log",
                    async context =>
                    {
                        var log = context.CreateReplaySafeLogger("Conformance");
                        for (var n = 0; n < 3; n++)
                        {
                            log.LogInformation("turn {Turn}", n);
                            await context.CreateTimer(world.Beat, CancellationToken.None);
                        }
                    }
                ),
            lines
        );
        await host.RunAsync<object>("Log");

        Assert.Equal(["turn 0", "turn 1", "turn 2"], lines.Written);
        await host.ActedAsync("timer #0", "timer #1", "timer #2");
    }

    [Rule(
        "1",
        "The code lives through the past with IsReplaying set, and from the first new event on without."
    )]
    public static async Task The_past_is_replayed_the_present_is_not(IConformanceWorld world)
    {
        var atTheEnd = new List<bool>();
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc(
                "Live",
                async context =>
                {
                    var first = context.IsReplaying;
                    await context.WaitForExternalEvent<int>("Go");
                    atTheEnd.Add(first);
                    atTheEnd.Add(context.IsReplaying);
                }
            )
        );
        await host.StartAsync("Live");
        await host.ForgetCodeAsync();
        await host.RaiseAsync("Go", 1);
        await host.ResultAsync<object>();

        Assert.Equal([true, false], atTheEnd);
        await host.ActedAsync();
    }

    [Rule(
        "104, 105",
        "Code that awaits what is not durable fails its instance, also after a durable call."
    )]
    public static async Task A_foreign_await_fails_the_instance(IConformanceWorld world)
    {
        var never = new TaskCompletionSource();
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc(
                    "Foreign",
                    async context =>
                    {
                        await context.CallActivityAsync("Work");
                        await never.Task;
                    }
                )
                .AddActivityFunc("Work", _ => { })
        );
        await host.StartAsync("Foreign");

        Assert.Contains(
            "not durable",
            (await host.FailureAsync()).ErrorMessage,
            StringComparison.Ordinal
        );
        await host.ActedAsync("activity #0 Work");
    }

    [Rule("106", "The context refuses callers off the orchestrator's thread.")]
    public static async Task The_context_refuses_other_threads(IConformanceWorld world)
    {
        TaskOrchestrationContext? leaked = null;
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc(
                "Leak",
                context =>
                {
                    leaked = context;
                    return context.WaitForExternalEvent<int>("Never");
                }
            )
        );
        await host.StartAsync("Leak");

        Assert.Throws<InvalidOperationException>(() => leaked!.NewGuid());
        Assert.Throws<InvalidOperationException>(() => leaked!.SendEvent("it", "Go", 1));
        Assert.Equal("it", leaked!.InstanceId);
        await host.ActedAsync();
    }

    [Rule("116", "An instance without an input gives the default of whatever type is asked for.")]
    public static async Task A_missing_input_is_the_default(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<int?, string>(
                "Read",
                (context, n) => $"{n is null} {context.GetInput<object>() is null}"
            )
        );

        Assert.Equal("True True", await host.RunAsync<string>("Read"));
        await host.ActedAsync();
    }

    [Rule("116", "The input can be read as any type that fits, and more than once.")]
    public static async Task The_input_is_read_as_any_type_that_fits(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<string>(
                "Read",
                context =>
                    $"{context.GetInput<int>()} {context.GetInput<long>()} {context.GetInput<decimal?>()}"
            )
        );

        Assert.Equal("7 7 7", await host.RunAsync<string>("Read", 7));
        await host.ActedAsync();
    }

    [Rule(
        "115",
        "The names in a payload are read whatever their case, and fields are no part of it."
    )]
    public static async Task Names_in_a_payload_mind_no_case(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestratorFunc<Payload, string>(
                "Read",
                (_, payload) => $"{payload.Name} {payload.Field}"
            )
        );

        Assert.Equal("a 0", await host.RunAsync<string>("Read", new { NAME = "a", Field = 3 }));
        await host.ActedAsync();
    }

    private sealed class Payload
    {
        public string Name { get; set; } = "";

#pragma warning disable CA1051, CS0649
        public int Field;
#pragma warning restore CA1051, CS0649
    }

    private static Guid Version5(string name)
    {
        var space = new Guid("9e952958-5e33-4daf-827f-2fa12937b875").ToByteArray(bigEndian: true);
        var hash = SHA1.HashData([.. space, .. Encoding.UTF8.GetBytes(name)])[..16];
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private bool _isOurs;

        public List<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) =>
            new Lines(Written) { _isOurs = categoryName == "Conformance" };

        public Lines() { }

        private Lines(List<string> written)
        {
            Written = written;
        }

        public void Dispose() { }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => _isOurs;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (_isOurs)
            {
                Written.Add(formatter(state, exception));
            }
        }
    }
}

using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Local.Engine.Running;

namespace ProgramReview.Engine.Tests;

/// <summary>Whatever code, payloads and exceptions do, one instance fails with its reason and the others go on.</summary>
public sealed class HarmTests
{
    /// <summary>What does harm as the code of an orchestrator, and a word of the failure it must come to.</summary>
    private static readonly Dictionary<
        string,
        (Func<TaskOrchestrationContext, Task<object?>> Code, string Word)
    > Orchestrators = new()
    {
        ["a result with a cycle"] = (_ => Value(new Cyclic()), "cycle"),
        ["a result with a throwing getter"] = (_ => Value(new Thrower()), "getter"),
        ["a result that cannot be written"] = (_ => Value(typeof(string)), "Type"),
        ["a result nested too deep"] = (_ => Value(Nested(200)), "depth"),
        ["a result that is too long"] = (
            _ => Value(new string('x', Bounds.LongestPayload + 1)),
            "longer than"
        ),
        ["a custom status with a cycle"] = (
            context =>
            {
                context.SetCustomStatus(new Cyclic());
                return Value(1);
            },
            "cycle"
        ),
        ["a custom status that is too long"] = (
            context =>
            {
                context.SetCustomStatus(new string('x', Bounds.LongestPayload + 1));
                return Value(1);
            },
            "longer than"
        ),
        ["a new input with a throwing getter"] = (
            context =>
            {
                context.ContinueAsNew(new Thrower());
                return Value(1);
            },
            "getter"
        ),
        ["an activity of an endless name"] = (
            context => Call(context, new string('x', Bounds.LongestPayload + 1)),
            "longer than"
        ),
        ["a child with an input that has a cycle"] = (
            async context => await context.CallSubOrchestratorAsync<int>("Fine", new Cyclic()),
            "cycle"
        ),
        ["an event with a throwing getter"] = (
            context =>
            {
                context.SendEvent("it", "e", new Thrower());
                return Value(1);
            },
            "getter"
        ),
        ["an exception whose message throws"] = (_ => throw new MuteException(), "Mute"),
        ["an exception whose message is endless"] = (
            _ => throw new FormatException(new string('x', 40_000_000)),
            "xxx"
        ),
        ["an exception with a thousand causes"] = (_ => throw Chain(100_000), "cause"),
        ["a failed task whose details throw"] = (
            async context =>
            {
                await context.CallActivityAsync("MuteActivity");
                return 1;
            },
            "Mute"
        ),
        ["async void that throws at once"] = (
            context =>
            {
                Fire(context, later: false);
                return Wait(context);
            },
            "from async void"
        ),
        ["async void that throws later"] = (
            context =>
            {
                Fire(context, later: true);
                return Wait(context);
            },
            "from async void"
        ),
        ["no task at all"] = (_ => null!, "null"),
        ["an event whose constructor throws"] = (
            async context => await context.WaitForExternalEvent<Explosive>("e"),
            "constructor"
        ),
        ["an event awaited as an interface"] = (
            async context => await context.WaitForExternalEvent<IDisposable>("e"),
            "IDisposable"
        ),
        ["an event kept and awaited as an interface"] = (
            async context =>
            {
                await context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
                return await context.WaitForExternalEvent<IDisposable>("e");
            },
            "IDisposable"
        ),
        ["a timer beyond all time"] = (
            async context =>
            {
                await context.CreateTimer(TimeSpan.MaxValue, CancellationToken.None);
                return 1;
            },
            "un-representable"
        ),
    };

    public static TheoryData<string> Harms => [.. Orchestrators.Keys];

    [Theory, MemberData(nameof(Harms))]
    public async Task An_orchestrator_that_does_harm_fails_alone(string harm)
    {
        var (code, word) = Orchestrators[harm];
        foreach (var setup in Enum.GetValues<Setup>())
        {
            await using var rig = new Rig(setup, tasks => Register(tasks, code));
            await rig.StartAsync("Harm");
            await rig.StartAsync("Fine", id: "fine");
            await rig.Client.RaiseEventAsync("it", "e", new { Text = "x" });
            await rig.PassAllTimeAsync();
            await rig.CrashAsync();
            await rig.Client.RaiseEventAsync("fine", "e", 7);
            await rig.PassAllTimeAsync();

            var victim = await rig.GetAsync();
            Assert.Equal(OrchestrationRuntimeStatus.Failed, victim.RuntimeStatus);
            Assert.Contains(
                word,
                Words(victim.FailureDetails!),
                StringComparison.OrdinalIgnoreCase
            );
            Assert.InRange(Words(victim.FailureDetails!).Length, 1, 1_000_000);
            Assert.Equal(7, (await rig.GetAsync("fine")).ReadOutputAs<int>());
        }
    }

    /// <summary>What does harm as the code of an activity.</summary>
    private static readonly Dictionary<string, (Func<object?> Code, string Word)> Activities = new()
    {
        ["a result with a cycle"] = (() => new Cyclic(), "cycle"),
        ["a result with a throwing getter"] = (() => new Thrower(), "getter"),
        ["a result nested too deep"] = (() => Nested(200), "depth"),
        ["a result that is too long"] = (
            () => new string('x', Bounds.LongestPayload + 1),
            "longer than"
        ),
        ["an exception whose message throws"] = (() => throw new MuteException(), "Mute"),
        ["an exception whose message is endless"] = (
            () => throw new FormatException(new string('x', 40_000_000)),
            "xxx"
        ),
        ["an exception with a thousand causes"] = (() => throw Chain(100_000), "cause"),
    };

    public static TheoryData<string> HarmfulActivities => [.. Activities.Keys];

    [Theory, MemberData(nameof(HarmfulActivities))]
    public async Task An_activity_that_does_harm_is_a_failure_its_caller_can_catch(string harm)
    {
        var (code, word) = Activities[harm];
        await using var rig = new Rig(
            Setup.SqliteReplayed,
            tasks =>
                tasks
                    .AddOrchestratorFunc<string>(
                        "Call",
                        async context =>
                        {
                            try
                            {
                                await context.CallActivityAsync<object>("Harm");
                                return "no failure";
                            }
                            catch (TaskFailedException failed)
                            {
                                return Words(failed.FailureDetails);
                            }
                        }
                    )
                    .AddActivityFunc("Harm", _ => code())
        );

        Assert.Contains(
            word,
            await rig.ResultOfAsync<string>("Call"),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task A_class_whose_services_are_missing_fails_with_its_name()
    {
        await using var rig = new Rig(
            Setup.MemoryReplayed,
            tasks =>
            {
                tasks.AddOrchestrator<Needy>();
                Register(tasks, Wait);
            }
        );
        await rig.StartAsync("Fine", id: "fine");
        await rig.RunAsync(nameof(Needy));
        await rig.Client.RaiseEventAsync("fine", "e", 7);
        await rig.IdleAsync();

        Assert.Contains(
            nameof(Needy),
            (await rig.GetAsync()).FailureDetails!.ErrorMessage,
            StringComparison.Ordinal
        );
        Assert.Equal(7, (await rig.GetAsync("fine")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task In_the_background_too_the_others_go_on()
    {
        var registry = new DurableTaskRegistry();
        foreach (var (name, (code, _)) in Orchestrators)
        {
            registry.AddOrchestratorFunc(name, code);
        }
        registry
            .AddOrchestratorFunc<int>("Fine", context => context.WaitForExternalEvent<int>("e"))
            .AddActivityFunc("MuteActivity", _ => throw new MuteException());
        var clock = new VirtualClock(Rig.Start);
        await using var engine = new DurableEngine(
            registry,
            new ServiceCollection().BuildServiceProvider(),
            new MemoryEngineStore(),
            clock
        );
        await engine.StartAsync();
        await engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Fine",
            new StartOrchestrationOptions("fine")
        );
        foreach (var name in Orchestrators.Keys)
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync(
                name,
                new StartOrchestrationOptions(name)
            );
            if (
                await engine.Client.GetInstanceAsync(name) is { IsCompleted: false }
                && name.StartsWith("an event", StringComparison.Ordinal)
            )
            {
                // Some have failed by then, and say so.
                await Record.ExceptionAsync(() =>
                    engine.Client.RaiseEventAsync(name, "e", new { Text = "x" })
                );
            }
        }

        var ends = Orchestrators.Keys.Select(name =>
            engine.Client.WaitForInstanceCompletionAsync(name)
        );
        var all = Task.WhenAll(ends);
        while (!all.IsCompleted)
        {
            clock.AdvanceTo(clock.GetUtcNow().AddMinutes(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }

        Assert.All(
            await all,
            end => Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus)
        );
        await engine.Client.RaiseEventAsync("fine", "e", 7);
        await engine.Client.WaitForInstanceCompletionAsync("fine").WaitAsync(Patience);
        Assert.False(engine.Failure.IsCompleted);
    }

    [Fact]
    public async Task A_payload_that_cannot_be_kept_is_refused_at_the_client()
    {
        await using var rig = new Rig(Setup.MemoryCached, tasks => Register(tasks, Wait));
        await rig.StartAsync("Harm");
        var endless = new string('x', Bounds.LongestPayload + 1);
        Func<Task>[] calls =
        [
            () => rig.StartAsync("Harm", endless, "other"),
            () => rig.StartAsync(endless, id: "other"),
            () => rig.Client.RaiseEventAsync("it", "e", endless),
            () => rig.Client.RaiseEventAsync("it", endless),
            () => rig.Client.SuspendInstanceAsync("it", endless),
            () => rig.Client.TerminateInstanceAsync("it", endless),
        ];
        foreach (var call in calls)
        {
            var refused = await Assert.ThrowsAsync<ArgumentException>(call);
            Assert.Contains("longer than", refused.Message, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<JsonException>(() =>
            rig.Client.RaiseEventAsync("it", "e", new Cyclic())
        );
    }

    private static void Register(
        DurableTaskRegistry tasks,
        Func<TaskOrchestrationContext, Task<object?>> code
    ) =>
        tasks
            .AddOrchestratorFunc("Harm", code)
            .AddOrchestratorFunc<int>("Fine", context => context.WaitForExternalEvent<int>("e"))
            .AddActivityFunc("MuteActivity", _ => throw new MuteException());

    private static Task<object?> Value(object? value) => Task.FromResult(value);

    private static async Task<object?> Wait(TaskOrchestrationContext context) =>
        await context.WaitForExternalEvent<object>("never");

    private static async Task<object?> Call(TaskOrchestrationContext context, string name)
    {
        await context.CallActivityAsync(name);
        return null;
    }

    // That it is async void is the point.
#pragma warning disable VSTHRD100, S3168
    private static async void Fire(TaskOrchestrationContext context, bool later)
    {
        if (later)
        {
            await context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
        }

        throw new FormatException("from async void");
    }
#pragma warning restore VSTHRD100, S3168

    private static string Words(TaskFailureDetails details) =>
        $"{details} {(details.InnerFailure is { } inner ? Words(inner) : "")}";

    private static object Nested(int depth) => depth == 0 ? 1 : new[] { Nested(depth - 1) };

    private static FormatException Chain(int length)
    {
        var exception = new FormatException("cause");
        for (var i = 0; i < length; i++)
        {
            exception = new FormatException("cause", exception);
        }

        return exception;
    }

    public sealed class Cyclic
    {
        public Cyclic Self => this;
    }

    public sealed class Thrower
    {
        public string Text => throw new FormatException("the getter throws");
    }

    public sealed class Explosive
    {
        public Explosive(string text) =>
            throw new FormatException($"the constructor throws {text}");

        public string? Text { get; init; }
    }

    public sealed class MuteException : Exception
    {
        public override string Message => throw new FormatException("no words");

        public override string StackTrace => throw new FormatException("no trace");

        public override string ToString() => throw new FormatException("no text");
    }

    public sealed class Needy(TimeProvider missing) : TaskOrchestrator<object?, string>
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, object? input) =>
            Task.FromResult($"{missing}");
    }
}

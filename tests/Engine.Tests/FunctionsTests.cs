using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Engine.Tests;

public sealed class FunctionsTests
{
    [Fact]
    public async Task Functions_are_found_bound_and_run_in_a_scope_of_their_own()
    {
        await using var services = new ServiceCollection()
            .AddScoped<Counter>()
            .BuildServiceProvider();
        var clock = new VirtualClock(Rig.Start);
        var registry = new DurableTaskRegistry().AddFunctions(
            new SomeTypes(typeof(SampleOrchestrator), typeof(SampleActivity))
        );
        await using var engine = new DurableEngine(
            registry,
            services,
            new MemoryEngineStore(),
            clock
        );
        await engine.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(SampleOrchestrator),
            new SampleOrchestrator.Input("Đan Phượng"),
            new StartOrchestrationOptions("it")
        );
        await engine.RunUntilIdleAsync();

        var done = await engine.Client.GetInstanceAsync("it", getInputsAndOutputs: true);
        Assert.Equal(
            "Đan Phượng it it 1 True SampleActivity / Đan Phượng it it 1 True SampleActivity / broken",
            done!.ReadOutputAs<string>()
        );
    }

    [Theory]
    [InlineData(typeof(Refused.Interface), "interface")]
    [InlineData(typeof(Refused.Two), "both 'a' and 'b'")]
    [InlineData(typeof(Refused.Unfilled), "parameter 'more' (Int32): nothing fills it")]
    [InlineData(typeof(Refused.Later), "ValueTask")]
    [InlineData(typeof(Refused.Services), "make it static")]
    [InlineData(typeof(Refused.Unheard), "async void")]
    public void A_shape_that_cannot_run_is_refused_with_its_name_and_the_reason(
        Type type,
        string reason
    )
    {
        var refusal = Assert.ThrowsAny<InvalidOperationException>(() =>
            new DurableTaskRegistry().AddFunctions(new SomeTypes(type))
        );

        Assert.Contains(type.Name, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    private sealed class SomeTypes(params Type[] types) : Assembly
    {
        public override Type[] GetTypes() => types;
    }

    public sealed class Counter
    {
        public int Calls { get; set; }
    }

    public static class SampleOrchestrator
    {
        public sealed record Input(string Body);

        [Function(nameof(SampleOrchestrator))]
        public static async Task<string> RunAsync(
            [OrchestrationTrigger] TaskOrchestrationContext context,
            Input input
        )
        {
            var first = await context.CallActivityAsync<string>(nameof(SampleActivity), input);
            var second = await context.CallActivityAsync<string>(nameof(SampleActivity), input);
            try
            {
                await context.CallActivityAsync("Throws", 1);
                return "no failure";
            }
            catch (TaskFailedException failed)
            {
                return $"{first} / {second} / {failed.FailureDetails.ErrorMessage}";
            }
        }
    }

    public sealed class SampleActivity(Counter counter)
    {
        [Function(nameof(SampleActivity))]
        public async Task<string> RunAsync(
            [ActivityTrigger] SampleOrchestrator.Input input,
            string instanceId,
            [DurableClient] DurableTaskClient client,
            FunctionContext context,
            CancellationToken cancellation
        )
        {
            cancellation.ThrowIfCancellationRequested();
            var self = await client.GetInstanceAsync(instanceId, cancellation);
            counter.Calls++;
            var isScoped = ReferenceEquals(
                counter,
                context.InstanceServices.GetRequiredService<Counter>()
            );
            return $"{input.Body} {instanceId} {self!.InstanceId} {counter.Calls} {isScoped} {context.FunctionDefinition.Name}";
        }

        [Function("Throws")]
        public static void Throws([ActivityTrigger] int number) =>
            throw new FormatException(number == 1 ? "broken" : "");
    }

    private static class Refused
    {
        public static class Interface
        {
            [Function("Interface")]
            public static Task RunAsync(
                [OrchestrationTrigger] TaskOrchestrationContext context,
                IReadOnlyList<int> input
            ) => context.CallActivityAsync("x", input);
        }

        public static class Two
        {
            [Function("Two")]
            public static Task RunAsync(
                [OrchestrationTrigger] TaskOrchestrationContext context,
                string a,
                string b
            ) => context.CallActivityAsync(a, b);
        }

        public static class Unfilled
        {
            [Function("Unfilled")]
            public static string Run([ActivityTrigger] string input, int more) => input + more;
        }

        public static class Later
        {
            [Function("Later")]
            public static ValueTask RunAsync([ActivityTrigger] string input) =>
                new(Task.FromResult(input));
        }

        public static class Unheard
        {
            [Function("Unheard")]
            public static async void Run([ActivityTrigger] string input)
            {
                await Task.Yield();
                throw new FormatException(input);
            }
        }

        public sealed class Services(Counter counter)
        {
            [Function("Services")]
            public Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
                context.CallActivityAsync("x", counter.Calls);
        }
    }
}

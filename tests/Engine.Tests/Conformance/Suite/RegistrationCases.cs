namespace ProgramReview.Conformance.Suite;

internal static class RegistrationCases
{
    [Rule(
        "118",
        "Classes are registered under the attribute's name, or else the name of the type."
    )]
    public static async Task Classes_are_named_by_attribute_or_type(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestrator<Sums>().AddActivity<Adder>().AddActivity<Nameless>()
        );

        Assert.Equal(16, await host.RunAsync<int>("Sums", 5));
        await host.ActedAsync("activity #0 Add ten", "activity #1 Nameless");
    }

    [Rule(
        "118",
        "Types, instances and functions can be registered side by side, under names of their own."
    )]
    public static async Task Types_instances_and_functions_are_registered(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks
                .AddOrchestratorFunc<int, int>(
                    "All",
                    async (context, n) =>
                        await context.CallActivityAsync<int>("type", n)
                        + await context.CallActivityAsync<int>("instance", n)
                        + await context.CallActivityAsync<int>("function", n)
                )
                .AddActivity("type", typeof(Adder))
                .AddActivity("instance", new Adder())
                .AddActivityFunc<int, int>("function", (_, n) => n)
        );

        Assert.Equal(23, await host.RunAsync<int>("All", 1));
        await host.ActedAsync("activity #0 type", "activity #1 instance", "activity #2 function");
    }

    [Rule("117", "A second task of one name is refused when it is registered, whatever the case.")]
    public static async Task A_second_task_of_one_name_is_refused(IConformanceWorld world)
    {
        var refused = 0;
        await using var host = await world.StartAsync(tasks =>
        {
            tasks.AddOrchestratorFunc<string>(
                "Both",
                context => context.CallActivityAsync<string>("Both")
            );
            tasks.AddActivityFunc("Both", _ => "an activity and an orchestrator may share a name");
            try
            {
                tasks.AddActivityFunc("BOTH", _ => { });
            }
            catch (ArgumentException)
            {
                refused++;
            }
        });

        Assert.True(refused > 0);
        Assert.StartsWith(
            "an activity",
            await host.RunAsync<string>("Both"),
            StringComparison.Ordinal
        );
        await host.ActedAsync("activity #0 Both");
    }

    [Rule("112", "An orchestrator class without an input gets the default of its type.")]
    public static async Task A_class_without_an_input_gets_the_default(IConformanceWorld world)
    {
        await using var host = await world.StartAsync(tasks =>
            tasks.AddOrchestrator<Sums>().AddActivity<Adder>().AddActivity<Nameless>()
        );

        Assert.Equal(11, await host.RunAsync<int>("Sums"));
        await host.ActedAsync("activity #0 Add ten", "activity #1 Nameless");
    }

    public sealed class Sums : TaskOrchestrator<int, int>
    {
        public override async Task<int> RunAsync(TaskOrchestrationContext context, int input) =>
            await context.CallActivityAsync<int>(
                "Nameless",
                await context.CallActivityAsync<int>("Add ten", input)
            );
    }

    [DurableTask("Add ten")]
    public sealed class Adder : TaskActivity<int, int>
    {
        public override Task<int> RunAsync(TaskActivityContext context, int input) =>
            Task.FromResult(input + 10);
    }

    public sealed class Nameless : TaskActivity<int, int>
    {
        public override Task<int> RunAsync(TaskActivityContext context, int input) =>
            Task.FromResult(input + 1);
    }
}

namespace ProgramReview.Engine.Tests;

public sealed class SafetyTests
{
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
}

namespace ProgramReview.Engine.Tests;

public sealed class TimeTests
{
    [Theory, ClassData(typeof(Setups))]
    public async Task Sixty_days_pass_at_once_and_leave_the_same_history_each_time(Setup setup)
    {
        static void Register(DurableTaskRegistry tasks) =>
            tasks
                .AddOrchestratorFunc<int>(
                    "Days",
                    async context =>
                    {
                        for (var day = 0; day < 60; day++)
                        {
                            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                            await context.CallActivityAsync("Note", context.NewGuid());
                        }

                        return await context.CallSubOrchestratorAsync<int>("Child");
                    }
                )
                .AddOrchestratorFunc<int>("Child", _ => Task.FromResult(60))
                .AddActivityFunc<Guid>("Note", (_, _) => { });

        var histories = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var rig = new Rig(setup, Register);
            for (var i = 0; i < 3; i++)
            {
                await rig.StartAsync("Days", id: $"days-{i}");
            }

            await rig.PassAllTimeAsync();
            Assert.Equal(60, (await rig.GetAsync("days-2")).ReadOutputAs<int>());
            var lines = new List<string>();
            await foreach (var instance in rig.Client.GetAllInstancesAsync())
            {
                lines.Add(instance.InstanceId);
                lines.AddRange(await rig.Engine.ReadHistoryAsync(instance.InstanceId));
            }

            histories.Add(string.Join('\n', lines));
        }

        Assert.True(histories[0].Length > 50_000);
        Assert.Equal(histories[0], histories[1]);
    }
}

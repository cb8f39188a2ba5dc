using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Watch;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Workflow.Tests;

/// <summary>What the sweep costs while checks are outstanding: nothing that grows with how long that lasts.</summary>
public sealed class OutstandingCheckTests
{
    [Fact]
    public async Task A_check_that_nobody_can_make_is_asked_for_less_and_less_often()
    {
        await using var scenario = await StartAsync();

        var asked = new List<int>();
        for (var minute = 5; minute <= 180; minute += 5)
        {
            scenario.World.Clock.AdvanceTo(scenario.Now.AddMinutes(5));
            await SweepAsync(scenario);
            if (scenario.World.Get<InMemoryCheckQueue>().Look().Held > 0)
            {
                asked.Add(minute);
                await scenario.LoseChecksAsync();
            }
        }

        Assert.Equal([5, 10, 20, 35, 95, 155], asked);
    }

    [Fact]
    public async Task A_process_that_knows_nothing_asks_for_all_once()
    {
        await using var scenario = await StartAsync();
        scenario.World.Clock.AdvanceTo(scenario.Now.AddMinutes(50));

        await SweepAsync(scenario);
        await SweepAsync(scenario);

        Assert.Equal(1, scenario.World.Get<InMemoryCheckQueue>().Look().Held);
    }

    [Fact]
    public async Task While_the_queue_is_full_nothing_is_added_and_nothing_forgotten()
    {
        await using var scenario = await StartAsync();
        scenario.World.Clock.AdvanceTo(scenario.Now.AddMinutes(5));
        for (var message = 0; message < 100; message++)
        {
            await scenario
                .World.Get<ICheckQueue>()
                .EnqueueAsync($"other/{message}", Scenario.Cancel);
        }

        await SweepAsync(scenario);
        var full = scenario.World.Get<InMemoryCheckQueue>().Look().Held;
        await scenario.LoseChecksAsync();
        await SweepAsync(scenario);

        Assert.Equal(100, full);
        Assert.Equal(1, scenario.World.Get<InMemoryCheckQueue>().Look().Held);
    }

    [Fact]
    public async Task No_stream_of_a_report_is_read_for_it()
    {
        CountingRecord? counting = null;
        await using var scenario = await StartAsync(services =>
        {
            var real = services.Last(one => one.ServiceType == typeof(IEventStore));
            services.AddSingleton<IEventStore>(provider =>
                counting = new CountingRecord((IEventStore)real.ImplementationFactory!(provider))
            );
        });
        scenario.World.Clock.AdvanceTo(scenario.Now.AddMinutes(5));
        // Rows that lag behind are drawn by whoever comes first.
        await SweepAsync(scenario);
        scenario.World.Clock.AdvanceTo(scenario.Now.AddMinutes(5));
        await scenario.LoseChecksAsync();
        counting!.Reads.Clear();

        await SweepAsync(scenario);

        Assert.Equal(1, scenario.World.Get<InMemoryCheckQueue>().Look().Held);
        Assert.Equal([scenario.Cycle.Stream.Value], counting.Reads);
    }

    // A report came, and the message that asks for its check got lost.
    private static async Task<Scenario> StartAsync(Action<IServiceCollection>? services = null)
    {
        var scenario = await Scenario.StartAsync(services: services);
        await scenario.ToDayAsync(2);
        scenario.Pages.HoldsChecks = true;
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.LoseChecksAsync();
        return scenario;
    }

    private static async Task SweepAsync(Scenario scenario) =>
        await scenario
            .World.Get<OutstandingChecks>()
            .AskAgainAsync(
                (await scenario.Pages.FindAsync(scenario.Cycle, Scenario.Cancel))!,
                Scenario.Cancel
            );
}

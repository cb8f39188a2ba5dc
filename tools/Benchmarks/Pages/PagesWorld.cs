using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Benchmarks.Audit;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Storage;
using ProgramReview.Local.Host.Azurite;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.Plans;

namespace ProgramReview.Benchmarks.Pages;

/// <summary>The product on Azurite, with a cycle of so many assignments in the middle of its reporting.</summary>
internal sealed class PagesWorld : IAsyncDisposable
{
    private const int Writers = 16;
    private static readonly DateTimeOffset Now = new(2024, 9, 15, 2, 0, 0, TimeSpan.Zero);

    private PagesWorld(World world, OperationCount operations, PlanLookup plan) =>
        (World, Operations, Plan) = (world, operations, plan);

    public World World { get; }

    public OperationCount Operations { get; }

    public PlanLookup Plan { get; }

    /// <summary>Starts a cycle of the shape of the shipped plan and writes what six in seven of its bodies have done.</summary>
    public static async Task<PagesWorld> OpenAsync(AzuriteProcess azurite, int bodies)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "plans", "hanoi-01-ctr-tu", "plan.yaml");
        var shape = PlanFile.Read(await File.ReadAllTextAsync(file), file, null).Plan!;
        var plan = new PlanLookup(
            (bodies == 0 ? shape : SyntheticPlan.Of(shape, bodies)) with
            {
                Id = FormattableString.Invariant($"pages-{bodies}"),
                // Its reports have no contents, so nothing could be added up; what figures cost, the group of that name measures.
                Indicators = null,
            }
        );
        var operations = new OperationCount();
        var connection = azurite.Ports.ConnectionString;
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?> { ["Storage:ConnectionString"] = connection }
            )
            .Build();
        var options = new TableClientOptions();
        options.AddPolicy(operations, HttpPipelinePosition.PerRetry);
        var world = World.Create(
            Now,
            configure: services =>
                services
                    .AddAzureStorage(settings)
                    .AddSingleton(new TableServiceClient(connection, options))
        );
        await world.Get<IStorageSetup>().EnsureAsync(CancellationToken.None);
        var opened = new PagesWorld(world, operations, plan);
        await opened.FillAsync();
        return opened;
    }

    /// <summary>The cycle as a request finds it.</summary>
    public async Task<RunningCycle> CycleAsync() =>
        (await World.Get<Cycles>().FindAsync(Plan.Plan.Cycle, CancellationToken.None))!;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => World.DisposeAsync();

    private async Task FillAsync()
    {
        var hash = await World.Get<PlanStore>().AddAsync(Plan.Plan, CancellationToken.None);
        await World.Get<ICycleIndex>().PutCycleAsync(Plan.Plan.Cycle);
        await World
            .Get<Recorder>()
            .WriteAsync(
                Plan.Plan.Cycle.Stream,
                "started",
                _ => new CycleEvent.Started(
                    hash,
                    1,
                    "bench",
                    CycleRef.CurrentVersion,
                    "A benchmark."
                )
            );
        var record = World.Get<IEventStore>();
        await Parallel.ForEachAsync(
            Plan.Assignments.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = Writers },
            async (one, cancellation) =>
            {
                Entry? last = null;
                // One has sent nothing, one has been given more time, the others have sent.
                foreach (
                    var (at, fact) in SyntheticRecord
                        .Facts(one.Item)
                        .Take(
                            one.Index % 7 == 0 ? 3
                            : one.Index % 7 == 1 ? 8
                            : 7
                        )
                        .Index()
                )
                {
                    last = Chain.Next(
                        one.Item.Stream,
                        last,
                        Now.AddDays(-20).AddHours(at),
                        FormattableString.Invariant($"key-{at}"),
                        fact
                    );
                    await record.TryAppendAsync(last, cancellation);
                }
            }
        );
    }
}

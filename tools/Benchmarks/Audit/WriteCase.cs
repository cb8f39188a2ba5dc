using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Storage;
using ProgramReview.Local.Host;
using ProgramReview.Local.Host.Azurite;
using ProgramReview.Local.Host.Commands;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Benchmarks.Audit;

/// <summary>
/// Events are written as the product writes them: the stream is read, the event decided, the entry hashed and appended. Ten events go to each
/// stream; several writers work at a time, each on streams of its own.
/// </summary>
internal static class WriteCase
{
    public const string Name = "audit-writes";
    private const int EventsPerStream = 10;
    private const int Writers = 8;

    public static async Task<Measurement> InMemoryAsync(int streams)
    {
        await WriteAsync(new InMemoryEventStore(), Math.Min(streams, 200), "warm");
        var before = GC.GetTotalAllocatedBytes();
        var seconds = await WriteAsync(new InMemoryEventStore(), streams, "bench");
        return new(Name, "memory", seconds)
        {
            Items = streams * EventsPerStream,
            AllocatedBytes = GC.GetTotalAllocatedBytes() - before,
        };
    }

    public static async Task<Measurement> OnAzuriteAsync(int streams)
    {
        using var folder = new ScratchFolder();
        using var data = DataFolder.Open(folder.File("data"), fresh: false);
        await using var azurite = await AzuriteProcess.StartAsync(
            Repository.Root,
            data,
            AzuritePorts.After(0),
            CancellationToken.None
        );
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Storage:ConnectionString"] = azurite.Ports.ConnectionString,
                }
            )
            .Build();
        await using var services = new ServiceCollection()
            .AddAzureStorage(configuration)
            .BuildServiceProvider();
        await services.GetRequiredService<IStorageSetup>().EnsureAsync(CancellationToken.None);
        var record = services.GetRequiredService<IEventStore>();
        await WriteAsync(record, Math.Min(streams, Writers), "warm");
        var seconds = await WriteAsync(record, streams, "bench");
        return new(Name, "azurite", seconds) { Items = streams * EventsPerStream };
    }

    private static async Task<double> WriteAsync(IEventStore record, int streams, string cycle)
    {
        var recorder = new Recorder(record, new NoRows(), TimeProvider.System);
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, streams),
            new ParallelOptions { MaxDegreeOfParallelism = Writers },
            async (number, cancellation) =>
            {
                var id = AssignmentId.Parse($"{cycle}.body-{number}.r1");
                foreach (var (i, @event) in SyntheticRecord.Facts(id).Take(EventsPerStream).Index())
                {
                    var recorded = await recorder.WriteAsync(
                        id.Stream,
                        $"key-{i}",
                        _ => @event,
                        cancellation
                    );
                    if (recorded is not { IsNew: true })
                    {
                        throw new InvalidOperationException($"Fact {i} of {id} was not written.");
                    }
                }
            }
        );
        return watch.Elapsed.TotalSeconds;
    }
}

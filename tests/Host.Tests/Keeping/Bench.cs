using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Storage;
using ProgramReview.Local.Host.Commands;
using ProgramReview.Local.Host.Keeping;

namespace ProgramReview.Host.Tests.Keeping;

/// <summary>An Azurite of its own, an export as a file, and the commands on them.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("keeping-");
    private readonly AzuriteServer azurite;

    private Bench(AzuriteServer azurite) => this.azurite = azurite;

    public string Connection => azurite.ConnectionString;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Bench> OpenAsync()
    {
        var bench = new Bench(Needed.Or(await AzuriteServer.StartAsync(), "Azurite"));
        await using var storage = bench.Storage();
        await storage.Services.GetRequiredService<IStorageSetup>().EnsureAsync(Cancel);
        return bench;
    }

    public OpenedStorage Storage(Action<IServiceCollection>? replace = null) =>
        OpenedStorage.OfSettings("storage", [new("Storage:ConnectionString", Connection)], replace);

    /// <summary>Restores an export; what refuses it is thrown.</summary>
    public async Task<int> RestoreAsync(
        string export,
        CutOff? cut = null,
        bool withoutFiles = false,
        bool keepRows = false
    )
    {
        await using var source = FileOf(export);
        var ends = Assert.IsType<ChainEnds>(await RestoreCommand.CheckAsync(source, Cancel));
        await using var storage = Storage(services => cut?.Before(services, Connection));
        return await RestoreCommand.RestoreAsync(
            source,
            ends,
            storage,
            withoutFiles,
            keepRows,
            Cancel
        );
    }

    /// <summary>Purges the cycle; what refuses it is thrown.</summary>
    public async Task<int> PurgeAsync(
        string export,
        string? word,
        Action<IServiceCollection>? replace = null
    )
    {
        await using var source = FileOf(export);
        var ends = Assert.IsType<ChainEnds>(await RestoreCommand.CheckAsync(source, Cancel));
        await using var storage = Storage(replace);
        return await PurgeCommand.RunAsync(storage, SmallCycle.Id, ends, word, Cancel);
    }

    public async Task<string> ExportAsync()
    {
        await using var storage = Storage();
        return await SmallCycle.TextOf(storage.Services.GetRequiredService<AuditExport>());
    }

    /// <summary>Whether anybody can see the cycle.</summary>
    public async Task<bool> IsVisibleAsync()
    {
        await using var storage = Storage();
        return await storage.Services.GetRequiredService<Cycles>().FindAsync(SmallCycle.Id, Cancel)
                is not null
            || (
                await storage.Services.GetRequiredService<ICycleIndex>().ListCyclesAsync(Cancel)
            ).Count > 0;
    }

    /// <summary>Everything that names the cycle, wherever it lies.</summary>
    public async Task<IReadOnlyList<string>> TracesAsync()
    {
        var traces = new List<string>();
        await using var storage = Storage();
        var tables = storage.Services.GetRequiredService<TableServiceClient>();
        foreach (var table in StorageNames.Tables)
        {
            var rows = tables.GetTableClient(table).QueryAsync<TableEntity>();
            await foreach (var row in rows.WithCancellation(Cancel))
            {
                if (row.Any(pair => $"{pair.Value}".Contains("small", StringComparison.Ordinal)))
                {
                    traces.Add($"{table}: {row.PartitionKey} {row.RowKey}");
                }
            }
        }
        var blobs = storage.Services.GetRequiredService<BlobServiceClient>();
        foreach (var container in StorageNames.Containers)
        {
            var all = blobs.GetBlobContainerClient(container).GetBlobsAsync();
            await foreach (var blob in all.WithCancellation(Cancel))
            {
                traces.Add($"{container}: {blob.Name}");
            }
        }
        return traces;
    }

    public async ValueTask DisposeAsync()
    {
        await azurite.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>The lines of an export that do not tell when it was made.</summary>
    public static IEnumerable<string> LinesOf(string export) =>
        export.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).SkipLast(1);

    private AuditSource FileOf(string export)
    {
        var path = Path.Combine(folder.FullName, "export.jsonl");
        File.WriteAllText(path, export);
        return AuditSource.OfFile(new FileInfo(path));
    }
}

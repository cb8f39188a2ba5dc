using System.Globalization;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using ProgramReview.Local.Host;
using ProgramReview.Local.Host.Azurite;
using ProgramReview.Local.Host.Commands;

namespace ProgramReview.Host.Tests.Storage;

/// <summary>One run of the local host's storage on a folder, from its start until it is killed.</summary>
internal sealed class StorageLife : IAsyncDisposable
{
    private readonly DataFolder data;
    private readonly AzuriteProcess azurite;

    private StorageLife(DataFolder data, AzuriteProcess azurite)
    {
        (this.data, this.azurite) = (data, azurite);
        var storage = azurite.Ports.ConnectionString;
        Blobs = new BlobContainerClient(storage, "blobs", Once(new BlobClientOptions()));
        Rows = new TableClient(storage, "rows", Once(new TableClientOptions()));
        Messages = new QueueServiceClient(storage, Once(new QueueClientOptions()));
    }

    public BlobContainerClient Blobs { get; }

    public TableClient Rows { get; }

    public QueueServiceClient Messages { get; }

    /// <summary>Ends when storage has ended by itself.</summary>
    public Task<string> Failure => azurite.Failure;

    public static async Task<StorageLife> BeginAsync(string folder)
    {
        var data = DataFolder.Open(folder, fresh: false);
        try
        {
            var life = new StorageLife(
                data,
                await AzuriteProcess.StartAsync(
                    Repository.Root,
                    data,
                    AzuritePorts.After(0),
                    TestContext.Current.CancellationToken
                )
            );
            await life.Blobs.CreateIfNotExistsAsync();
            await life.Rows.CreateIfNotExistsAsync();
            return life;
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    /// <summary>Kills storage as the kernel does, in the middle of whatever it does.</summary>
    public void Kill()
    {
        var id = File.ReadAllText(data.File("azurite.pid")).Split(' ')[0];
        using var process = System.Diagnostics.Process.GetProcessById(
            int.Parse(id, CultureInfo.InvariantCulture)
        );
        process.Kill();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await azurite.DisposeAsync();
        data.Dispose();
    }

    private static T Once<T>(T options)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 0;
        return options;
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Storage;
using ProgramReview.Local.Host.Azurite;
using ProgramReview.Local.Host.Commands;

namespace ProgramReview.Local.Host.Keeping;

/// <summary>The product's storage, open for a command: a local host's, started for it alone, or an account's, opened with an identity.</summary>
internal sealed class OpenedStorage : IAsyncDisposable
{
    private readonly Stack<object> open = new();

    private OpenedStorage(string name) => Name = name;

    /// <summary>What it is called in messages.</summary>
    public string Name { get; }

    /// <summary>The product's services on it; none of them runs by itself.</summary>
    public IServiceProvider Services { get; private set; } = null!;

    /// <summary>The storage of a local host, which must be stopped; made if there is none.</summary>
    /// <exception cref="StartException">It is in use, or cannot be used.</exception>
    public static async Task<OpenedStorage> OfFolderAsync(
        IProduct product,
        string folder,
        CancellationToken cancellation
    )
    {
        var storage = new OpenedStorage(folder);
        try
        {
            var data = DataFolder.Open(folder, fresh: false);
            storage.open.Push(data);
            var azurite = await AzuriteProcess.StartAsync(
                Repository.Root,
                data,
                AzuritePorts.After(0),
                cancellation
            );
            storage.open.Push(azurite);
            var settings = product.Configure(
                new Uri("http://127.0.0.1/"),
                azurite.Ports.ConnectionString,
                clamd: null,
                data
            );
            storage.Compose(settings, replace: null);
            await storage.Services.GetRequiredService<IStorageSetup>().EnsureAsync(cancellation);
            return storage;
        }
        catch
        {
            await storage.DisposeAsync();
            throw;
        }
    }

    /// <summary>A storage account in Azure, opened as whoever is signed in there (for example by <c>az login</c>).</summary>
    public static OpenedStorage OfAccount(string account) =>
        OfSettings(
            account,
            new Dictionary<string, string?>
            {
                ["Storage:BlobServiceUri"] = $"https://{account}.blob.core.windows.net",
                ["Storage:TableServiceUri"] = $"https://{account}.table.core.windows.net",
                ["Storage:QueueServiceUri"] = $"https://{account}.queue.core.windows.net",
            }
        );

    /// <summary>Storage that runs already.</summary>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="settings">The section <c>Storage</c>.</param>
    /// <param name="replace">Puts other services in place.</param>
    public static OpenedStorage OfSettings(
        string name,
        IEnumerable<KeyValuePair<string, string?>> settings,
        Action<IServiceCollection>? replace = null
    )
    {
        var storage = new OpenedStorage(name);
        storage.Compose(settings, replace);
        return storage;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (open.TryPop(out var part))
        {
            if (part is IAsyncDisposable slow)
            {
                await slow.DisposeAsync();
            }
            else
            {
                ((IDisposable)part).Dispose();
            }
        }
    }

    private void Compose(
        IEnumerable<KeyValuePair<string, string?>> settings,
        Action<IServiceCollection>? replace
    )
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddReview(configuration)
            .AddAzureStorage(configuration)
            .AddKeeping();
        replace?.Invoke(services);
        var provider = services.BuildServiceProvider();
        open.Push(provider);
        Services = provider;
    }
}

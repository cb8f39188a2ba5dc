using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Storage;

[assembly: AssemblyFixture(typeof(ProgramReview.Adapters.Tests.Servers.Azurite))]

namespace ProgramReview.Adapters.Tests.Servers;

public sealed class Azurite : IAsyncLifetime
{
    // The account every copy of Azurite has; its key is in Azurite's documentation.
    private const string Account =
        "AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("azurite-");
    private NodeServer? server;
    private ServiceProvider? services;

    public string ConnectionString { get; private set; } = "";

    public IServiceProvider Services => Needed.Or(services, "Azurite");

    public async ValueTask InitializeAsync()
    {
        if (NodeServer.FindAzurite() is not { } program)
        {
            return;
        }
        var ports = FreePort.Take(3);
        string[] texts = [.. ports.Select(port => port.ToString(CultureInfo.InvariantCulture))];
        server = await NodeServer.StartAsync(
            ports,
            [
                .. program,
                "--blobHost",
                "127.0.0.1",
                "--queueHost",
                "127.0.0.1",
                "--tableHost",
                "127.0.0.1",
                "--blobPort",
                texts[0],
                "--queuePort",
                texts[1],
                "--tablePort",
                texts[2],
                "--location",
                folder.FullName,
                "--skipApiVersionCheck",
                "--silent",
                "--disableTelemetry",
            ]
        );
        ConnectionString =
            $"DefaultEndpointsProtocol=http;{Account};BlobEndpoint=http://127.0.0.1:{ports[0]}/devstoreaccount1;"
            + $"QueueEndpoint=http://127.0.0.1:{ports[1]}/devstoreaccount1;TableEndpoint=http://127.0.0.1:{ports[2]}/devstoreaccount1;";
        services = Open();
        await services.GetRequiredService<IStorageSetup>().EnsureAsync();
    }

    /// <summary>The product's storage services on this Azurite, with some of them replaced.</summary>
    public ServiceProvider Open(Action<IServiceCollection>? replace = null)
    {
        Needed.Or(server, "Azurite");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Storage:ConnectionString", ConnectionString)])
            .Build();
        var collection = new ServiceCollection().AddAzureStorage(configuration);
        replace?.Invoke(collection);
        return collection.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        if (services is not null)
        {
            await services.DisposeAsync();
        }
        if (server is not null)
        {
            await server.DisposeAsync();
        }
        folder.Delete(recursive: true);
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Storage;

[assembly: AssemblyFixture(typeof(ProgramReview.Adapters.Tests.Servers.Azurite))]
[assembly: AssemblyFixture(typeof(ProgramReview.TestKit.Servers.MailDev))]

namespace ProgramReview.Adapters.Tests.Servers;

public sealed class Azurite : IAsyncLifetime
{
    private AzuriteServer? server;
    private ServiceProvider? services;

    public string ConnectionString => Needed.Or(server, "Azurite").ConnectionString;

    public IServiceProvider Services => Needed.Or(services, "Azurite");

    public async ValueTask InitializeAsync()
    {
        server = await AzuriteServer.StartAsync();
        if (server is null)
        {
            return;
        }
        services = Open();
        await services.GetRequiredService<IStorageSetup>().EnsureAsync();
    }

    /// <summary>The product's storage services on this Azurite, with some of them replaced.</summary>
    public ServiceProvider Open(Action<IServiceCollection>? replace = null)
    {
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
    }
}

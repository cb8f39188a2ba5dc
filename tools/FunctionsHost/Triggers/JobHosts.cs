using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Host.Config;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ProgramReview.FunctionsHost.App;

namespace ProgramReview.FunctionsHost.Triggers;

/// <summary>Makes the host of the real extensions: Durable Functions on Azure Storage, and storage queues.</summary>
internal static class JobHosts
{
    // Where the Functions host puts host.json among its configuration.
    private const string Section = "AzureFunctionsJobHost";

    public static IHost Create(
        PublishedApp app,
        IReadOnlyDictionary<string, string> settings,
        EmittedFunctions functions,
        IFunctionBridge bridge,
        Uri address,
        Action<ILoggingBuilder> logging
    ) =>
        new HostBuilder()
            .ConfigureHostConfiguration(configuration =>
                configuration
                    .AddInMemoryCollection(
                        settings.Select(one => new KeyValuePair<string, string?>(
                            one.Key.Replace("__", ":", StringComparison.Ordinal),
                            one.Value
                        ))
                    )
                    .AddInMemoryCollection(HostJson(app))
                    .AddInMemoryCollection([
                        new("AzureWebJobsConfigurationSection", Section),
                        new("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated"),
                    ])
            )
            .ConfigureWebJobs(jobs =>
            {
                jobs.AddAzureStorageCoreServices();
                jobs.AddAzureStorageQueues();
                jobs.AddDurableTask();
            })
            .ConfigureLogging(logging)
#pragma warning disable CS0618 // The extension asks for it, so the host must have it.
            .ConfigureServices(services =>
                services
                    .AddSingleton<ITypeLocator>(functions)
                    .AddSingleton(bridge)
                    .AddSingleton<IWebHookProvider>(new WebHooks(address))
            )
#pragma warning restore CS0618
            .Build();

    private static IEnumerable<KeyValuePair<string, string?>> HostJson(PublishedApp app) =>
        new ConfigurationBuilder()
            .AddJsonFile(app.HostJson)
            .Build()
            .AsEnumerable()
            .Select(one => new KeyValuePair<string, string?>($"{Section}:{one.Key}", one.Value));
}

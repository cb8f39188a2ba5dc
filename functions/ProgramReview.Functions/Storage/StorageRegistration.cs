using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ProgramReview.Functions.Entropy;

namespace ProgramReview.Functions.Storage;

/// <summary>How Azure Storage (or Azurite) is reached.</summary>
public static class StorageRegistration
{
    /// <summary>Registers the clients and what makes the tables; a clock or chance registered before is kept.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Holds the section <c>Storage</c>.</param>
    public static IServiceCollection AddStorage(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services
            .AddOptions<StorageOptions>()
            .Bind(configuration.GetSection(StorageOptions.SectionName))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsRule>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IEntropy, SystemEntropy>();
        return services.AddClients().AddSingleton<IStorageSetup, StorageSetup>();
    }

    private static IServiceCollection AddClients(this IServiceCollection services)
    {
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        services.AddSingleton(provider =>
            OptionsOf(provider) is { UsesConnectionString: true } options
                ? new BlobServiceClient(options.ConnectionString)
                : new BlobServiceClient(OptionsOf(provider).BlobServiceUri, IdentityOf(provider))
        );
        services.AddSingleton(provider =>
            OptionsOf(provider) is { UsesConnectionString: true } options
                ? new TableServiceClient(options.ConnectionString)
                : new TableServiceClient(OptionsOf(provider).TableServiceUri, IdentityOf(provider))
        );
        // Queue triggers expect base64.
        services.TryAddSingleton(
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }
        );
        services.AddSingleton(provider =>
            OptionsOf(provider) is { UsesConnectionString: true } options
                ? new QueueServiceClient(
                    options.ConnectionString,
                    provider.GetRequiredService<QueueClientOptions>()
                )
                : new QueueServiceClient(
                    OptionsOf(provider).QueueServiceUri,
                    IdentityOf(provider),
                    provider.GetRequiredService<QueueClientOptions>()
                )
        );
        return services;
    }

    private static StorageOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StorageOptions>>().Value;

    private static TokenCredential IdentityOf(IServiceProvider provider) =>
        provider.GetRequiredService<TokenCredential>();
}

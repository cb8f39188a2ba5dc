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
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Storage;

/// <summary>Puts Azure Storage (or Azurite) behind the product's ports.</summary>
public static class StorageRegistration
{
    /// <summary>Registers the clients and every adapter; a clock, chance or time mapping registered before is kept.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Holds the section <c>Storage</c>.</param>
    public static IServiceCollection AddAzureStorage(
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
        services.TryAddSingleton<IStorageTime, SameTime>();
        return services.AddClients().AddAdapters();
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
        var base64 = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        services.AddSingleton(provider =>
            OptionsOf(provider) is { UsesConnectionString: true } options
                ? new QueueServiceClient(options.ConnectionString, base64)
                : new QueueServiceClient(
                    OptionsOf(provider).QueueServiceUri,
                    IdentityOf(provider),
                    base64
                )
        );
        return services;
    }

    private static IServiceCollection AddAdapters(this IServiceCollection services)
    {
        services.AddSingleton<ISasSigner>(provider =>
            provider.GetRequiredService<BlobServiceClient>() switch
            {
                { CanGenerateAccountSasUri: true } => new AccountKeySas(),
                var blobs => new UserDelegationSas(blobs),
            }
        );
        services.AddSingleton<IEventStore, TableEventStore>();
        services.AddSingleton<IPermissionIndex, TablePermissionIndex>();
        services.AddSingleton<ILinkStore, TableLinkStore>();
        services.AddSingleton<IFormAnswerStore, TableFormAnswerStore>();
        services.AddSingleton<IContactStore, TableContactStore>();
        services.AddSingleton<IOutbox, TableOutbox>();
        services.AddSingleton<ICycleIndex, TableCycleIndex>();
        services.AddSingleton<ISubmissionStore, BlobSubmissionStore>();
        services.AddSingleton<IDocumentStore, BlobDocumentStore>();
        services.AddSingleton<BlobCreatedQueue>();
        services.AddSingleton<IBlobCreatedQueue>(provider =>
            provider.GetRequiredService<BlobCreatedQueue>()
        );
        services.AddSingleton<IBlobCreatedQueueWatch>(provider =>
            provider.GetRequiredService<BlobCreatedQueue>()
        );
        services.AddSingleton<IStorageSetup, StorageSetup>();
        return services;
    }

    private static StorageOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StorageOptions>>().Value;

    private static TokenCredential IdentityOf(IServiceProvider provider) =>
        provider.GetRequiredService<TokenCredential>();
}

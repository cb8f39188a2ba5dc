using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Microsoft.Extensions.Options;

namespace ProgramReview.Functions.Storage;

/// <summary>
/// Creates tables, containers and queues where a connection string opens the account; elsewhere the infrastructure has made them, and the
/// app's identity may not. On Azurite it also lets browsers upload.
/// </summary>
internal sealed class StorageSetup(
    TableServiceClient tables,
    BlobServiceClient blobs,
    QueueServiceClient queues,
    IOptions<StorageOptions> options
) : IStorageSetup
{
    private const string AzuriteAccount = "devstoreaccount1";

    /// <inheritdoc/>
    public async Task EnsureAsync(CancellationToken cancellation = default)
    {
        if (!options.Value.UsesConnectionString)
        {
            return;
        }
        foreach (var table in StorageNames.Tables)
        {
            await tables.CreateTableIfNotExistsAsync(table, cancellation);
        }
        foreach (var container in StorageNames.Containers)
        {
            await blobs
                .GetBlobContainerClient(container)
                .CreateIfNotExistsAsync(cancellationToken: cancellation);
        }
        foreach (var queue in StorageNames.Queues)
        {
            await queues
                .GetQueueClient(queue)
                .CreateIfNotExistsAsync(cancellationToken: cancellation);
        }
        if (blobs.AccountName == AzuriteAccount)
        {
            await AllowBrowserUploadsAsync(cancellation);
        }
    }

    // In Azure the infrastructure names the one origin; a local host's address changes with each start.
    private async Task AllowBrowserUploadsAsync(CancellationToken cancellation)
    {
        BlobServiceProperties properties = await blobs.GetPropertiesAsync(cancellation);
        properties.Cors =
        [
            new BlobCorsRule
            {
                AllowedOrigins = "*",
                AllowedMethods = "PUT,OPTIONS",
                AllowedHeaders = "content-type,if-none-match,x-ms-*",
                ExposedHeaders = "etag,x-ms-*",
                MaxAgeInSeconds = 3600,
            },
        ];
        await blobs.SetPropertiesAsync(properties, cancellation);
    }
}

using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Events;

/// <summary>The documents as blobs, each written once.</summary>
internal sealed class BlobDocumentStore(BlobServiceClient blobs, IEntropy entropy) : IDocumentStore
{
    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(
        StorageNames.DocumentsContainer
    );

    /// <inheritdoc/>
    public async Task<bool> TryCreateAsync(
        string name,
        string contentType,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellation = default
    )
    {
        await using var stream = new BinaryData(content).ToStream();
        return await CreateOnly.TryUploadAsync(
            container.GetBlobClient(name),
            stream,
            contentType,
            AttemptMark.Next(entropy),
            cancellation
        );
    }

    /// <inheritdoc/>
    public async Task<bool> TryCreateAsync(
        string name,
        string contentType,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellation = default
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await using var made = new MadeStream(write, stop.Token);
        try
        {
            return await CreateOnly.TryUploadAsync(
                container.GetBlobClient(name),
                made,
                contentType,
                AttemptMark.Next(entropy),
                cancellation
            );
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellation = default)
    {
        try
        {
            return await container
                .GetBlobClient(name)
                .OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellation);
        }
        catch (RequestFailedException missing)
            when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<Document?> FindAsync(string name, CancellationToken cancellation = default)
    {
        try
        {
            BlobDownloadResult found = await container
                .GetBlobClient(name)
                .DownloadContentAsync(cancellation);
            return new Document(found.Details.ContentType, found.Content.ToMemory());
        }
        catch (RequestFailedException missing)
            when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }
}

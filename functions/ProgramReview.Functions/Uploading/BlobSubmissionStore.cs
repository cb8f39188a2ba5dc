using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using Microsoft.AspNetCore.Http;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Uploading;

/// <summary>
/// The submissions as blobs. Since a blob is written once, storage's <c>LastModified</c> is the instant its bytes were complete.
/// </summary>
internal sealed class BlobSubmissionStore(
    BlobServiceClient blobs,
    ISasSigner signer,
    IStorageTime time,
    TimeProvider clock,
    IEntropy entropy
) : ISubmissionStore
{
    // Storage's clock may be a little behind ours.
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(5);

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(
        StorageNames.SubmissionsContainer
    );

    /// <inheritdoc/>
    public Uri? Origin => new(container.Uri.GetLeftPart(UriPartial.Authority));

    /// <inheritdoc/>
    public Task<Uri> PermitAsync(
        string blobName,
        DateTimeOffset expires,
        CancellationToken cancellation = default
    )
    {
        var blob = container.GetBlobClient(blobName);
        var permission = new BlobSasBuilder(
            BlobSasPermissions.Create,
            time.ToStorageExpiry(expires)
        )
        {
            BlobContainerName = container.Name,
            BlobName = blobName,
            Resource = "b",
            StartsOn = time.ToStorageExpiry(clock.GetUtcNow()) - Leeway,
            Protocol =
                blob.Uri.Scheme == Uri.UriSchemeHttps
                    ? SasProtocol.Https
                    : SasProtocol.HttpsAndHttp,
        };
        return signer.SignAsync(blob, permission, cancellation);
    }

    /// <inheritdoc/>
    public Task<bool> TryCreateAsync(
        string blobName,
        Stream content,
        CancellationToken cancellation = default
    ) =>
        CreateOnly.TryUploadAsync(
            container.GetBlobClient(blobName),
            content,
            "application/octet-stream",
            AttemptMark.Next(entropy),
            cancellation
        );

    /// <inheritdoc/>
    public async Task<StoredBlob?> FindAsync(
        string blobName,
        CancellationToken cancellation = default
    )
    {
        try
        {
            BlobProperties found = await container
                .GetBlobClient(blobName)
                .GetPropertiesAsync(cancellationToken: cancellation);
            return Known(blobName, found.ETag, found.LastModified, found.ContentLength);
        }
        catch (RequestFailedException missing) when (IsMissing(missing))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenAsync(string blobName, CancellationToken cancellation = default)
    {
        try
        {
            return await container
                .GetBlobClient(blobName)
                .OpenReadAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException missing) when (IsMissing(missing))
        {
            throw new FileNotFoundException($"There is no submission {blobName}.", missing);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredBlob> ListAsync(
        string prefix,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var found = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellation);
        await foreach (var blob in found)
        {
            var about = blob.Properties;
            yield return Known(
                blob.Name,
                about.ETag ?? throw Incomplete(blob),
                about.LastModified ?? throw Incomplete(blob),
                about.ContentLength ?? throw Incomplete(blob)
            );
        }
    }

    private StoredBlob Known(string name, ETag etag, DateTimeOffset modified, long size) =>
        new(name, etag.ToString("G").Trim('"'), time.ToProduct(modified), size);

    private static bool IsMissing(RequestFailedException failure) =>
        failure.Status == StatusCodes.Status404NotFound
        && failure.ErrorCode != BlobErrorCode.ContainerNotFound;

    private static InvalidDataException Incomplete(BlobItem blob) =>
        new($"Storage lists {blob.Name} without its properties.");
}

using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
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
    IEntropy entropy
) : ISubmissionStore
{
    private static readonly string Archive = AccessTier.Archive.ToString();

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
        // Without a start it holds at once, whatever storage's clock shows beside ours.
        var permission = new BlobSasBuilder(
            BlobSasPermissions.Create,
            time.ToStorageExpiry(expires)
        )
        {
            BlobContainerName = container.Name,
            BlobName = blobName,
            Resource = "b",
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
            return Known(
                blobName,
                found.ETag,
                found.LastModified,
                found.ContentLength,
                found.BlobType == BlobType.Block && found.AccessTier != Archive,
                found.Metadata
            );
        }
        catch (RequestFailedException locked) when (locked.Status == StatusCodes.Status409Conflict)
        {
            // Storage shows a blob that its sender encrypted to nobody else; a list shows that it is there.
            return await ListAsync(blobName, cancellation)
                .FirstOrDefaultAsync(blob => blob.Name == blobName, cancellation);
        }
        catch (RequestFailedException missing) when (IsMissing(missing))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<Stream> HoldAsync(StoredBlob blob, CancellationToken cancellation = default)
    {
        var found = container.GetBlobClient(blob.Name);
        var version = new ETag($"\"{blob.ETag}\"");
        try
        {
            await LeaseAsync(found.GetBlobLeaseClient(LeaseOf(blob)), version, cancellation);
            return await found.OpenReadAsync(
                new BlobOpenReadOptions(allowModifications: false)
                {
                    Conditions = new BlobRequestConditions { IfMatch = version },
                },
                cancellation
            );
        }
        catch (RequestFailedException changed)
            when (changed.Status == StatusCodes.Status412PreconditionFailed)
        {
            throw new IOException($"Submission {blob.Name} was overwritten meanwhile.", changed);
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
        var found = container.GetBlobsAsync(
            BlobTraits.Metadata,
            BlobStates.None,
            prefix,
            cancellation
        );
        await foreach (var blob in found)
        {
            var about = blob.Properties;
            yield return Known(
                blob.Name,
                about.ETag ?? throw Incomplete(blob),
                about.LastModified ?? throw Incomplete(blob),
                about.ContentLength ?? throw Incomplete(blob),
                about.BlobType == BlobType.Block
                    && about.AccessTier != AccessTier.Archive
                    && about.CustomerProvidedKeySha256 is null,
                blob.Metadata
            );
        }
    }

    private StoredBlob Known(
        string name,
        ETag etag,
        DateTimeOffset modified,
        long size,
        bool isReadable,
        IDictionary<string, string>? metadata
    ) =>
        new(
            name,
            etag.ToString("G").Trim('"'),
            time.ToProduct(modified),
            size,
            isReadable,
            metadata?.TryGetValue(StoredBlob.CopyOfMetadata, out var original) is true
                ? original
                : null
        );

    // Two permitted writes that began before either ended may both be taken. A lease without end, the same however often it is asked for,
    // refuses the second once the first was seen.
    private static async Task LeaseAsync(
        BlobLeaseClient lease,
        ETag version,
        CancellationToken cancellation
    )
    {
        try
        {
            await lease.AcquireAsync(
                BlobLeaseClient.InfiniteLeaseDuration,
                new RequestConditions { IfMatch = version },
                cancellation
            );
        }
        catch (RequestFailedException kept)
            when (kept.ErrorCode == BlobErrorCode.BlobImmutableDueToPolicy)
        {
            // A policy holds it already, whether or not it leaves room for leases.
        }
    }

    private static string LeaseOf(StoredBlob blob) =>
        new Guid(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{blob.Name} {blob.ETag}")).AsSpan(0, 16)
        ).ToString();

    private static bool IsMissing(RequestFailedException failure) =>
        failure.Status == StatusCodes.Status404NotFound
        && failure.ErrorCode != BlobErrorCode.ContainerNotFound;

    private static InvalidDataException Incomplete(BlobItem blob) =>
        new($"Storage lists {blob.Name} without its properties.");
}

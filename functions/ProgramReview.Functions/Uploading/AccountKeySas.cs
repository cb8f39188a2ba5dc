using Azure.Storage.Blobs;
using Azure.Storage.Sas;

namespace ProgramReview.Functions.Uploading;

/// <summary>Signs with the account key of the connection string: for a local host.</summary>
internal sealed class AccountKeySas : ISasSigner
{
    /// <inheritdoc/>
    public Task<Uri> SignAsync(
        BlobClient blob,
        BlobSasBuilder permission,
        CancellationToken cancellation = default
    ) => Task.FromResult(blob.GenerateSasUri(permission));
}

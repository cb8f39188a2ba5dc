using Azure.Storage.Blobs;
using Azure.Storage.Sas;

namespace ProgramReview.Functions.Uploading;

/// <summary>Signs a permission for one blob.</summary>
internal interface ISasSigner
{
    /// <summary>The blob's address with the signed permission.</summary>
    Task<Uri> SignAsync(
        BlobClient blob,
        BlobSasBuilder permission,
        CancellationToken cancellation = default
    );
}

using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;

namespace ProgramReview.Functions.Uploading;

/// <summary>Signs with a key that storage lends to the app's identity for a day; no account key exists.</summary>
internal sealed class UserDelegationSas(BlobServiceClient blobs) : ISasSigner, IDisposable
{
    private static readonly TimeSpan Loan = TimeSpan.FromDays(1);

    // A key lasts at most seven days and has to say from when; the past allows for any clock that is set back. Permissions last hours.
    private static readonly TimeSpan Backwards = TimeSpan.FromDays(5);
    private readonly SemaphoreSlim gate = new(1, 1);
    private UserDelegationKey? borrowed;

    /// <inheritdoc/>
    public async Task<Uri> SignAsync(
        BlobClient blob,
        BlobSasBuilder permission,
        CancellationToken cancellation = default
    ) => blob.GenerateUserDelegationSasUri(permission, await KeyForAsync(permission, cancellation));

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    // A permission ends with the key that signed it, so the key must outlive it.
    private async Task<UserDelegationKey> KeyForAsync(
        BlobSasBuilder permission,
        CancellationToken cancellation
    )
    {
        await gate.WaitAsync(cancellation);
        try
        {
            if (borrowed is not { } key || key.SignedExpiresOn < permission.ExpiresOn)
            {
                borrowed = key = await blobs.GetUserDelegationKeyAsync(
                    permission.ExpiresOn - Backwards,
                    permission.ExpiresOn + Loan,
                    cancellation
                );
            }
            return key;
        }
        finally
        {
            gate.Release();
        }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Storage;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Local.Host.Keeping;

/// <summary>
/// Puts submissions back under their names, bytes first and the name last, so that there is never half a file. What lies there already stays,
/// and must have the same bytes.
/// </summary>
internal sealed class FileRestore(BlobServiceClient blobs, ISubmissionStore submissions)
{
    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(
        StorageNames.SubmissionsContainer
    );
    private readonly List<string> blocks = [];
    private NamedFile? file;
    private bool isThere;

    /// <summary>How many files were put back.</summary>
    public long Count { get; private set; }

    /// <summary>Takes the next bytes.</summary>
    public async Task AddAsync(NamedFile named, AuditLine.File line, CancellationToken cancellation)
    {
        if (file?.Name != named.Name)
        {
            await FinishAsync(cancellation);
            file = named;
            // A lease or a policy may hold it by now, and then not even a block may be put beside it.
            isThere = await container.GetBlobClient(named.Name).ExistsAsync(cancellation);
        }
        if (line.Content.Length > 0 && !isThere)
        {
            var block = Convert.ToBase64String(
                Encoding.ASCII.GetBytes(line.Offset.ToString("D19", CultureInfo.InvariantCulture))
            );
            blocks.Add(block);
            using var content = new MemoryStream(line.Content, writable: false);
            await container
                .GetBlockBlobClient(named.Name)
                .StageBlockAsync(block, content, cancellationToken: cancellation);
        }
    }

    /// <summary>Gives the last file its name.</summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        if (file is null || isThere)
        {
            return;
        }
        try
        {
            await container
                .GetBlockBlobClient(file.Name)
                .CommitBlockListAsync(
                    blocks,
                    new CommitBlockListOptions
                    {
                        Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                        HttpHeaders = new BlobHttpHeaders
                        {
                            ContentType = "application/octet-stream",
                        },
                        Metadata = file.ETag is null
                            ? null
                            : new Dictionary<string, string>
                            {
                                [StoredBlob.CopyOfMetadata] = file.ETag,
                            },
                    },
                    cancellation
                );
            Count++;
        }
        catch (RequestFailedException taken)
            when (taken.ErrorCode == BlobErrorCode.BlobAlreadyExists
                || taken.ErrorCode == BlobErrorCode.ConditionNotMet
                || taken.ErrorCode == BlobErrorCode.BlobImmutableDueToPolicy
            )
        {
            // It is there; whether it is the same is looked at with all the others.
        }
        blocks.Clear();
        file = null;
    }

    /// <summary>Whether a file lies in storage as the record has it; from then on nobody can change it.</summary>
    /// <returns>Null, or what is wrong.</returns>
    public async Task<string?> FaultOfAsync(NamedFile named, CancellationToken cancellation)
    {
        if (await submissions.FindAsync(named.Name, cancellation) is not { } blob)
        {
            return "is not there";
        }
        await using var content = await submissions.HoldAsync(blob, cancellation);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        return hash == named.Sha256 ? null : "has other bytes";
    }
}

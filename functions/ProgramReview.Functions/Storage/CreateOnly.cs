using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ProgramReview.Functions.Storage;

/// <summary>Puts a blob under a name that is still free, or changes nothing.</summary>
internal static class CreateOnly
{
    /// <summary>Uploads unless a blob of this name exists.</summary>
    /// <returns>Whether this attempt wrote it, also when the answer to its first sending was lost.</returns>
    public static async Task<bool> TryUploadAsync(
        BlobClient blob,
        Stream content,
        string contentType,
        string mark,
        CancellationToken cancellation
    )
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string> { [AttemptMark.Name] = mark },
        };
        try
        {
            await blob.UploadAsync(content, options, cancellation);
            return true;
        }
        catch (RequestFailedException taken) when (IsTaken(taken))
        {
            BlobProperties there = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            return there.Metadata.TryGetValue(AttemptMark.Name, out var its) && its == mark;
        }
    }

    private static bool IsTaken(RequestFailedException failure) =>
        failure.ErrorCode == BlobErrorCode.BlobAlreadyExists
        || failure.ErrorCode == BlobErrorCode.ConditionNotMet;
}

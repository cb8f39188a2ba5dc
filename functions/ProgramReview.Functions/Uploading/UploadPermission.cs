using ProgramReview.Core.Audit;

namespace ProgramReview.Functions.Uploading;

/// <summary>The answer to a request to upload.</summary>
public abstract record UploadPermission
{
    private UploadPermission() { }

    /// <summary>One new blob of this name may be put.</summary>
    /// <param name="BlobName">The name.</param>
    /// <param name="Expires">Until when, in product time.</param>
    public sealed record Granted(string BlobName, DateTimeOffset Expires) : UploadPermission;

    /// <summary>No upload may begin.</summary>
    /// <param name="Why">The finding that says why.</param>
    /// <param name="Entry">The entry on record, which holds the receipt.</param>
    public sealed record Refused(Finding Why, Entry Entry) : UploadPermission;
}

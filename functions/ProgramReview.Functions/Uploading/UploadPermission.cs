using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Uploading;

/// <summary>The answer to a request to upload.</summary>
public abstract record UploadPermission
{
    private UploadPermission(EventStream stream) => Stream = stream;

    /// <summary>The assignment's stream as it was read for the answer, what was written included.</summary>
    public EventStream Stream { get; }

    /// <summary>One new blob of this name may be put.</summary>
    /// <param name="BlobName">The name.</param>
    /// <param name="Expires">Until when, in product time.</param>
    /// <param name="Stream">The assignment's stream.</param>
    public sealed record Granted(string BlobName, DateTimeOffset Expires, EventStream Stream)
        : UploadPermission(Stream);

    /// <summary>No upload may begin.</summary>
    /// <param name="Why">The finding that says why.</param>
    /// <param name="Entry">The entry on record, which holds the receipt.</param>
    /// <param name="Stream">The assignment's stream.</param>
    /// <param name="IsRecorded">Whether that entry is this very attempt's; false if it is the latest of many equal ones.</param>
    public sealed record Refused(
        Finding Why,
        Entry Entry,
        EventStream Stream,
        bool IsRecorded = true
    ) : UploadPermission(Stream);

    /// <summary>The person asked so often that the next permission comes after a pause; nothing was written.</summary>
    /// <param name="Wait">How long it is.</param>
    /// <param name="Stream">The assignment's stream.</param>
    public sealed record Paused(TimeSpan Wait, EventStream Stream) : UploadPermission(Stream)
    {
        /// <summary>The pause in whole seconds, rounded up.</summary>
        public long Seconds => (long)Math.Ceiling(Wait.TotalSeconds);
    }
}

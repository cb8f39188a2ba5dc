namespace ProgramReview.Functions.Uploading;

/// <summary>
/// The container of uploaded files. Blobs are created once and never overwritten; every instant is product time as storage reports
/// the finished write.
/// </summary>
public interface ISubmissionStore
{
    /// <summary>Where permitted addresses lie, for the content security policy; null if browsers cannot reach it.</summary>
    Uri? Origin { get; }

    /// <summary>Makes an address to which exactly one new blob of this name can be put, with one Put Blob.</summary>
    /// <param name="blobName">The generated name.</param>
    /// <param name="expires">In product time.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<Uri> PermitAsync(
        string blobName,
        DateTimeOffset expires,
        CancellationToken cancellation = default
    );

    /// <summary>Stores a file that came through the app; create-only.</summary>
    /// <returns>False if a blob of this name exists; nothing was changed then.</returns>
    Task<bool> TryCreateAsync(
        string blobName,
        Stream content,
        CancellationToken cancellation = default
    );

    /// <summary>What storage knows of a blob, or null if there is none.</summary>
    Task<StoredBlob?> FindAsync(string blobName, CancellationToken cancellation = default);

    /// <summary>Lets nobody change a blob from now on, and opens the bytes of the version that was found.</summary>
    /// <exception cref="IOException">It was overwritten meanwhile: look again.</exception>
    Task<Stream> HoldAsync(StoredBlob blob, CancellationToken cancellation = default);

    /// <summary>Opens a blob's bytes.</summary>
    /// <exception cref="FileNotFoundException">There is no such blob.</exception>
    Task<Stream> OpenAsync(string blobName, CancellationToken cancellation = default);

    /// <summary>Lists the blobs whose names begin with a prefix, in order of name.</summary>
    IAsyncEnumerable<StoredBlob> ListAsync(string prefix, CancellationToken cancellation = default);
}

namespace ProgramReview.Functions.Uploading;

/// <summary>What storage knows of a blob.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ETag">Its version.</param>
/// <param name="Committed">When the finished bytes were stored, in product time.</param>
/// <param name="Size">In bytes.</param>
/// <param name="IsReadable">Whether it is a block blob whose bytes can be had at once and without a key.</param>
/// <param name="CopyOf">
/// The version it says it was before it was put back from an export, or null. Whoever puts a blob can say so: it is believed only where that
/// version of the same name is on record, and then nothing is added to the record.
/// </param>
public sealed record StoredBlob(
    string Name,
    string ETag,
    DateTimeOffset Committed,
    long Size,
    bool IsReadable = true,
    string? CopyOf = null
)
{
    /// <summary>The metadata of a blob that was put back from an export: the version it had before.</summary>
    public const string CopyOfMetadata = "CopyOf";
}

namespace ProgramReview.Functions.Uploading;

/// <summary>What storage knows of a blob.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ETag">Its version.</param>
/// <param name="Committed">When the finished bytes were stored, in product time.</param>
/// <param name="Size">In bytes.</param>
/// <param name="IsReadable">Whether it is a block blob whose bytes can be had at once and without a key.</param>
public sealed record StoredBlob(
    string Name,
    string ETag,
    DateTimeOffset Committed,
    long Size,
    bool IsReadable = true
);

namespace ProgramReview.Local.Host.Keeping;

/// <summary>Storage refuses to delete a blob: a policy of time or a hold is on it.</summary>
/// <param name="blob">Container and name.</param>
/// <param name="since">When it was written.</param>
/// <param name="gone">How many blobs of the cycle were deleted before it.</param>
/// <param name="inner">What storage said.</param>
internal sealed class HeldBlobException(
    string blob,
    DateTimeOffset? since,
    long gone,
    Exception inner
) : Exception($"{blob} is held by a policy.", inner)
{
    /// <summary>Container and name.</summary>
    public string Blob => blob;

    /// <summary>When it was written.</summary>
    public DateTimeOffset? Since => since;

    /// <summary>How many blobs of the cycle were deleted before it.</summary>
    public long Gone => gone;
}

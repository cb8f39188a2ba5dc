using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Status;

/// <summary>A file that somebody sent as the record names it: a submission's, or minutes.</summary>
/// <param name="Name">The name it is stored under.</param>
/// <param name="Sha256">The hash of its bytes, lower-case hexadecimal.</param>
/// <param name="ETag">The version that was recorded; null of what is named by its hash.</param>
/// <param name="Stream">The stream of the entry that names it.</param>
/// <param name="Sequence">That entry's number.</param>
public sealed record NamedFile(
    string Name,
    string Sha256,
    string? ETag,
    StreamId Stream,
    long Sequence
);

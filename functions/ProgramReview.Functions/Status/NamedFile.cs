using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Status;

/// <summary>A submission's file as the record names it.</summary>
/// <param name="Name">The name it is stored under.</param>
/// <param name="Sha256">The hash of its bytes, lower-case hexadecimal.</param>
/// <param name="ETag">The version that was recorded.</param>
/// <param name="Stream">The stream of the entry that names it.</param>
/// <param name="Sequence">That entry's number.</param>
public sealed record NamedFile(
    string Name,
    string Sha256,
    string ETag,
    StreamId Stream,
    long Sequence
);

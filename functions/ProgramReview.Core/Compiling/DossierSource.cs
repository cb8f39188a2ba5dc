namespace ProgramReview.Core.Compiling;

/// <summary>The stored file behind a part of a report.</summary>
/// <param name="BlobName">Its name in storage.</param>
/// <param name="FileName">The sender's file name.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Committed">When it was stored, in product time.</param>
/// <param name="Window">The window it was uploaded for.</param>
public sealed record DossierSource(
    string BlobName,
    string FileName,
    long Size,
    string Sha256,
    DateTimeOffset Committed,
    int Window
);

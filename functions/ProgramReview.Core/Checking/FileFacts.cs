using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking;

/// <summary>What reading the stored bytes showed; the checks look at nothing else.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hexadecimal.</param>
/// <param name="Format">The format by content, or null if none was recognised.</param>
/// <param name="IsEncrypted">Whether it asks for a password.</param>
/// <param name="IsDamaged">Whether it begins like its format but is broken or cut off.</param>
/// <param name="IsOversized">Whether it unpacks to more than is read.</param>
public sealed record FileFacts(
    long Size,
    string Sha256,
    FileFormat? Format,
    bool IsEncrypted,
    bool IsDamaged,
    bool IsOversized = false
);

namespace ProgramReview.Core.Receipts;

/// <summary>What is known of the file of an attempt; of a refused one only what was announced.</summary>
public sealed record ReceiptFile
{
    /// <summary>The sender's file name in NFC, or null if none was given.</summary>
    public string? Name { get; init; }

    /// <summary>The stored bytes' number, or null if none were stored.</summary>
    public long? Size { get; init; }

    /// <summary>SHA-256 of the stored bytes, lower-case hexadecimal, computed by the server; null if none were stored.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The SHA-256 that the sender's browser computed before sending, or null if it sent none.</summary>
    public string? BrowserSha256 { get; init; }

    /// <summary>The stored version as storage names it, or null if no bytes were stored.</summary>
    public string? ETag { get; init; }

    /// <summary>The size announced in a request that was refused, or null.</summary>
    public long? AnnouncedSize { get; init; }
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using ProgramReview.Core.Checking;

namespace ProgramReview.Functions.Checking;

/// <summary>
/// Reads stored bytes once, for size and hash, and looks at their structure in a copy that lies here. Every upload is hostile: every
/// table is read within bounds, and broken structure is an event, never an exception.
/// </summary>
internal static class FileInspector
{
    private const int MostInMemory = 1024 * 1024;

    /// <summary>Inspects a stream from its beginning.</summary>
    public static async Task<FileFacts> InspectAsync(Stream content, CancellationToken cancellation)
    {
        // Readers jump: over a network, a file that is made for it would be fetched a thousand times.
        await using var copy = new FileBufferingReadStream(content, MostInMemory);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        for (int read; (read = await copy.ReadAsync(buffer, cancellation)) > 0; )
        {
            hash.AppendData(buffer, 0, read);
        }
        var shape = copy.Length == 0 ? FileShape.Unknown : FileShape.Recognise(new FileBytes(copy));
        return new FileFacts(
            copy.Length,
            Convert.ToHexStringLower(hash.GetHashAndReset()),
            shape.Format,
            shape.IsEncrypted,
            shape.IsDamaged,
            shape.IsOversized
        );
    }
}

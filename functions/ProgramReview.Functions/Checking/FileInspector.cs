using System.Security.Cryptography;
using ProgramReview.Core.Checking;

namespace ProgramReview.Functions.Checking;

/// <summary>
/// Reads stored bytes once for size and hash, and looks at their structure. Every upload is hostile: nothing is unpacked, every table
/// is read within bounds, and broken structure is an event, never an exception.
/// </summary>
internal static class FileInspector
{
    /// <summary>Inspects a seekable stream from its beginning.</summary>
    public static async Task<FileFacts> InspectAsync(Stream content, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        long size = 0;
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0; size += read)
        {
            hash.AppendData(buffer, 0, read);
        }
        content.Position = 0;
        var shape = size == 0 ? FileShape.Unknown : FileShape.Recognise(content, size);
        return new FileFacts(
            size,
            Convert.ToHexStringLower(hash.GetHashAndReset()),
            shape.Format,
            shape.IsEncrypted,
            shape.IsDamaged
        );
    }
}

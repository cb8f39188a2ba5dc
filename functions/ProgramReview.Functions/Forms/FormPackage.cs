using System.IO.Compression;

namespace ProgramReview.Functions.Forms;

/// <summary>Packs an Office document so that the same content gives the same bytes.</summary>
public static class FormPackage
{
    private const string Types = "[Content_Types].xml";

    // The first instant that a ZIP directory can name. The SDK writes that of the clock.
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The document that was written to a stream, its parts in one order and without the time at which they were packed.</summary>
    /// <param name="write">Writes the document; all its relationships have names of their own.</param>
    public static byte[] Of(Action<Stream> write)
    {
        using var made = new MemoryStream();
        write(made);
        using var packed = new MemoryStream();
        using (var from = new ZipArchive(made, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers that do not look at the directory expect the types first.
            foreach (
                var part in from
                    .Entries.OrderByDescending(part => part.FullName == Types)
                    .ThenBy(part => part.FullName, StringComparer.Ordinal)
            )
            {
                var copy = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Never;
                using var source = part.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }
        return packed.ToArray();
    }
}

using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Rendering;

namespace ProgramReview.Local.Simulation;

/// <summary>The renderings that the record names for a round.</summary>
/// <param name="Index">Their list.</param>
/// <param name="Changed">Those whose bytes are not those of the list.</param>
/// <param name="ForEverybody">All that can be read in those for everybody, unpacked.</param>
internal sealed record LeftRenderings(
    RenderingIndex Index,
    IReadOnlyList<RenderingId> Changed,
    string ForEverybody
)
{
    /// <summary>Reads renderings.</summary>
    /// <param name="index">Their list.</param>
    /// <param name="open">Opens one.</param>
    public static async Task<LeftRenderings> ReadAsync(
        RenderingIndex index,
        Func<RenderedFile, Task<Stream>> open
    )
    {
        var (changed, texts) = (new List<RenderingId>(), new StringBuilder());
        foreach (var file in index.Files)
        {
            using var bytes = new MemoryStream();
            await using (var stream = await open(file))
            {
                await stream.CopyToAsync(bytes);
            }
            var content = bytes.ToArray();
            if (
                content.Length != file.Size
                || Convert.ToHexStringLower(SHA256.HashData(content)) != file.Sha256
            )
            {
                changed.Add(file.Id);
            }
            if (file.Id.Audience == Readers.Everybody)
            {
                await UnpackAsync(content, texts);
            }
        }
        return new LeftRenderings(index, changed, WebUtility.HtmlDecode(texts.ToString()));
    }

    // Documents of offices are archives, and an archive holds archives.
    private static async Task UnpackAsync(byte[] content, StringBuilder texts)
    {
        if (content is not [(byte)'P', (byte)'K', ..])
        {
            texts.AppendLine(Encoding.UTF8.GetString(content));
            return;
        }
        await using var zip = new ZipArchive(new MemoryStream(content));
        foreach (var entry in zip.Entries)
        {
            texts.AppendLine(entry.FullName);
            using var bytes = new MemoryStream();
            await using var stream = await entry.OpenAsync();
            await stream.CopyToAsync(bytes);
            await UnpackAsync(bytes.ToArray(), texts);
        }
    }
}

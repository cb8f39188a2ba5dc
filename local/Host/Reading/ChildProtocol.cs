using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Local.Host.Reading;

/// <summary>How the host and the process that reads talk: a byte for the format, then blocks with their length in front; one of none ends a message.</summary>
internal static class ChildProtocol
{
    /// <summary>The bytes in one block.</summary>
    public const int Block = 64 * 1024;

    /// <summary>More than the facts of any file that keeps within the reader's limits.</summary>
    public const int MostFacts = 256 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new()
    {
        // Two thirds of Vietnamese letters would take six bytes each.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 16,
    };

    /// <summary>Sends all of a stream.</summary>
    public static async Task SendAsync(Stream content, Stream to, CancellationToken cancellation)
    {
        var block = new byte[sizeof(int) + Block];
        int read;
        do
        {
            read = await content.ReadAtLeastAsync(
                block.AsMemory(sizeof(int)),
                Block,
                throwOnEndOfStream: false,
                cancellation
            );
            BinaryPrimitives.WriteInt32LittleEndian(block, read);
            await to.WriteAsync(block.AsMemory(0, sizeof(int) + read), cancellation);
        } while (read == Block);
        if (read > 0)
        {
            await to.WriteAsync(new byte[sizeof(int)], cancellation);
        }
        await to.FlushAsync(cancellation);
    }

    /// <summary>What a message says of a file.</summary>
    public static async Task<ContentFacts> FactsAsync(Stream from, CancellationToken cancellation)
    {
        await using var blocks = new BlockStream(from, MostFacts);
        return await JsonSerializer.DeserializeAsync<ContentFacts>(blocks, Json, cancellation)
            ?? throw new JsonException("It says nothing.");
    }

    /// <summary>Sends what a file holds.</summary>
    public static async Task SendAsync(
        ContentFacts facts,
        Stream to,
        CancellationToken cancellation
    )
    {
        using var bytes = new MemoryStream();
        await JsonSerializer.SerializeAsync(bytes, facts, Json, cancellation);
        bytes.Position = 0;
        await SendAsync(bytes, to, cancellation);
    }
}

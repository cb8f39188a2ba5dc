using System.Buffers.Text;
using System.Text.Json;

namespace ProgramReview.Core.Events;

/// <summary>
/// The head that a receipt in an entry quotes: the entry before, as the sender holds it signed. Read from the stored text alone, so that it
/// depends on nothing but what was written.
/// </summary>
/// <param name="Sequence">The quoted entry's number; 0 if there was none.</param>
/// <param name="Hash">Its hash.</param>
public sealed record QuotedHead(long Sequence, string Hash)
{
    private const string Receipt = "Receipt";

    /// <summary>Whether an entry holds a receipt.</summary>
    public static bool IsIn(Entry entry) =>
        entry.Body.Contains($"\"{Receipt}\":\"", StringComparison.Ordinal);

    /// <summary>The head quoted in an entry's receipt, or null if it cannot be read.</summary>
    public static QuotedHead? Of(Entry entry)
    {
        try
        {
            using var body = JsonDocument.Parse(entry.Body);
            return
                body.RootElement.GetProperty(Receipt).GetString()?.Split('.') is [_, var payload, _]
                ? Read(Base64Url.DecodeFromChars(payload))
                : null;
        }
        catch (Exception unreadable)
            when (unreadable
                    is JsonException
                        or FormatException
                        or KeyNotFoundException
                        or InvalidOperationException
            )
        {
            return null;
        }
    }

    private static QuotedHead? Read(byte[] payload)
    {
        using var receipt = JsonDocument.Parse(payload);
        var head = receipt.RootElement.GetProperty("chainHead");
        return head.GetProperty("hash").GetString() is { } hash
            ? new QuotedHead(head.GetProperty("sequence").GetInt64(), hash)
            : null;
    }
}

using System.Text.Json;

namespace ProgramReview.Core.Receipts;

/// <summary>Public keys as a JWK set (RFC 7517): what is published, and what a bundle carries.</summary>
public static class ReceiptKeySet
{
    /// <summary>Writes the keys as a JSON Web Key Set (RFC 7517), as it is published.</summary>
    public static byte[] Write(IEnumerable<ReceiptKey> keys)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            Write(json, keys);
        }
        return bytes.ToArray();
    }

    /// <summary>Reads the keys of a set, or null if it is none; keys of other kinds are left out.</summary>
    public static IReadOnlyList<ReceiptKey>? Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static void Write(Utf8JsonWriter json, IEnumerable<ReceiptKey> keys)
    {
        json.WriteStartObject();
        json.WriteStartArray("keys");
        foreach (var key in keys)
        {
            key.Write(json);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static IReadOnlyList<ReceiptKey>? Read(JsonElement set)
    {
        if (
            set.ValueKind != JsonValueKind.Object
            || !set.TryGetProperty("keys", out var keys)
            || keys.ValueKind != JsonValueKind.Array
        )
        {
            return null;
        }
        try
        {
            return [.. keys.EnumerateArray().Select(ReceiptKey.Read).OfType<ReceiptKey>()];
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is valid JSON but no text.
            return null;
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProgramReview.Core.Receipts;

/// <summary>A signed text in the compact form of RFC 7515: <c>header.payload.signature</c>, each part in canonical base64url.</summary>
/// <param name="Algorithm">The header's <c>alg</c>.</param>
/// <param name="KeyId">The header's <c>kid</c>.</param>
/// <param name="Type">The header's <c>typ</c>, so that nothing signed for one purpose passes for another.</param>
/// <param name="SigningInput">The first two parts with the dot between them: the bytes that are signed.</param>
/// <param name="Payload">The payload's bytes.</param>
/// <param name="Signature">The signature's bytes.</param>
public sealed record Jws(
    string Algorithm,
    string KeyId,
    string Type,
    string SigningInput,
    ReadOnlyMemory<byte> Payload,
    ReadOnlyMemory<byte> Signature
)
{
    /// <summary>ECDSA on P-256 with SHA-256: the only algorithm that is accepted.</summary>
    public const string Es256 = "ES256";

    // The longest is the result of a round of many, or an answer with the longest comment.
    private const int MaxLength = 64 * 1024;

    private static readonly JsonWriterOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The ASCII text whose bytes are signed: header and payload in base64url, with a dot between.</summary>
    /// <param name="algorithm">The key's algorithm.</param>
    /// <param name="keyId">The key's id.</param>
    /// <param name="type">What is signed.</param>
    /// <param name="payload">The payload.</param>
    public static string SigningInputOf(
        string algorithm,
        string keyId,
        string type,
        ReadOnlySpan<byte> payload
    ) =>
        $"{StrictBase64Url.Write(Header(algorithm, keyId, type))}.{StrictBase64Url.Write(payload)}";

    /// <summary>The whole text.</summary>
    public static string Compose(string signingInput, ReadOnlySpan<byte> signature) =>
        $"{signingInput}.{StrictBase64Url.Write(signature)}";

    /// <summary>
    /// Reads a text, or null if it is anything but three canonical parts and a header with exactly our members, of a kind that is signed here: what cannot be
    /// understood wholly (RFC 7515 <c>crit</c>, keys in the header) is not read at all.
    /// </summary>
    public static Jws? Read(string text)
    {
        if (
            text.Length > MaxLength
            || text.Split('.') is not [var header, var payload, var signature]
            || StrictBase64Url.Read(header) is not { } headerBytes
            || StrictBase64Url.Read(payload) is not { } payloadBytes
            || StrictBase64Url.Read(signature) is not { } signatureBytes
            || MembersOf(headerBytes) is not var (algorithm, keyId, type)
            || !SignedText.IsKnown(type)
            || !headerBytes.AsSpan().SequenceEqual(Header(algorithm, keyId, type))
        )
        {
            return null;
        }
        return new Jws(algorithm, keyId, type, $"{header}.{payload}", payloadBytes, signatureBytes);
    }

    private static byte[] Header(string algorithm, string keyId, string type)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Json))
        {
            json.WriteStartObject();
            json.WriteString("alg", algorithm);
            json.WriteString("kid", keyId);
            json.WriteString("typ", type);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static (string Algorithm, string KeyId, string Type)? MembersOf(byte[] header)
    {
        try
        {
            using var document = JsonDocument.Parse(header);
            var root = document.RootElement;
            return
                root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("alg", out var algorithm)
                && root.TryGetProperty("kid", out var keyId)
                && root.TryGetProperty("typ", out var type)
                && algorithm.ValueKind == JsonValueKind.String
                && keyId.ValueKind == JsonValueKind.String
                && type.ValueKind == JsonValueKind.String
                ? (algorithm.GetString()!, keyId.GetString()!, type.GetString()!)
                : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Not JSON, or half a surrogate pair in it.
            return null;
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProgramReview.Core.Receipts;

/// <summary>
/// A receipt to keep as one file: the receipt, the public key it was signed with, and how to check it. There is one way only to write a
/// bundle, so that a changed byte anywhere in it is noticed, also where no signature covers it.
/// </summary>
/// <param name="Jws">The receipt's text.</param>
/// <param name="Keys">The key it was signed with.</param>
public sealed record ReceiptBundle(string Jws, IReadOnlyList<ReceiptKey> Keys)
{
    /// <summary>The media type it is served with.</summary>
    public const string ContentType = "application/json";

    private const string Format = "programreview-receipt-bundle/1";
    private const string Whose =
        "Whose key it is only its publisher can say: compare it with /.well-known/receipt-keys.json at the address your link led to.";

    // Part of the format: other words are another format.
    private static readonly string[] HowToVerifyOther =
    [
        "Keep this file exactly as it is.",
        "With ProgramReview at hand: ./review verify THIS-FILE, or with the dossier's manifest: ./review verify THIS-FILE MANIFEST",
        "By other means: 'receipt' is a JWS (RFC 7515) in compact form, signed with ES256 by the key in 'keys' (RFC 7517); its payload is JSON and holds the SHA-256 of the dossier's manifest under dossierHash.",
        Whose,
    ];

    private static readonly string[] HowToVerify =
    [
        "Keep this file together with the report file, both exactly as they are.",
        "With ProgramReview at hand: ./review verify THIS-FILE REPORT-FILE",
        "By other means: 'receipt' is a JWS (RFC 7515) in compact form, signed with ES256 by the key in 'keys' (RFC 7517); its payload is JSON and holds the SHA-256 of the report file under file.sha256.",
        Whose,
    ];

    /// <summary>The one way to write this bundle, byte for byte.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("receipt", Jws);
            json.WritePropertyName("keys");
            ReceiptKeySet.Write(json, Keys);
            json.WriteStartArray("howToVerify");
            foreach (
                var line in Core.Receipts.Jws.Read(Jws) is { Type: not Receipt.SignedType }
                    ? HowToVerifyOther
                    : HowToVerify
            )
            {
                json.WriteStringValue(line);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    /// <summary>Reads a bundle, or null if the bytes are not exactly those of one.</summary>
    public static ReceiptBundle? Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement;
            if (
                root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("receipt", out var receipt)
                || receipt.ValueKind != JsonValueKind.String
                || !root.TryGetProperty("keys", out var set)
                || ReceiptKeySet.Read(set) is not { } keys
            )
            {
                return null;
            }
            var bundle = new ReceiptBundle(receipt.GetString()!, keys);
            return bundle.ToBytes().AsSpan().SequenceEqual(content.Span) ? bundle : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Not JSON, or half a surrogate pair in it.
            return null;
        }
    }
}

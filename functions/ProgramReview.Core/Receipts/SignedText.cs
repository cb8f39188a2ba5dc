using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProgramReview.Core.Receipts;

/// <summary>The one way in which what is signed is written and read.</summary>
public static class SignedText
{
    /// <summary>The version of each shape that is written; a check refuses one that it does not know.</summary>
    public const int Version = 1;

    private static readonly string[] Types =
    [
        Receipt.SignedType,
        AnswerReceipt.SignedType,
        RoundResult.SignedType,
    ];

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What a signed text says, or null if it is of no kind or version that is known.</summary>
    public static ISigned? Read(Jws text) =>
        text.Type switch
        {
            Receipt.SignedType => Read<Receipt>(text.Payload.Span) is { Version: Version } receipt
                ? receipt
                : null,
            AnswerReceipt.SignedType => Read<AnswerReceipt>(text.Payload.Span)
                is { Version: Version } answer
                ? answer
                : null,
            RoundResult.SignedType => Read<RoundResult>(text.Payload.Span)
                is { Version: Version } result
                ? result
                : null,
            _ => null,
        };

    /// <summary>What a text on record says; it was signed before it was stored, so only the text is read.</summary>
    /// <exception cref="FormatException">It is none of ours.</exception>
    public static ISigned Parse(string jws) =>
        Jws.Read(jws) is { } text && Read(text) is { } signed
            ? signed
            : throw new FormatException("The text is nothing that was signed here.");

    internal static bool IsKnown(string type) => Types.Contains(type);

    internal static byte[] Write<T>(T content) =>
        JsonSerializer.SerializeToUtf8Bytes(content, Json);

    private static T? Read<T>(ReadOnlySpan<byte> bytes)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

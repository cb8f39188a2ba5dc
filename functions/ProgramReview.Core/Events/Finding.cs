using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>What a check says of a submission.</summary>
/// <param name="Code">Stable; names the text in each language, for example <c>file-empty</c>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Arguments">What the text fills in, in order; plain values, and of contents only short quotes.</param>
public sealed record Finding(string Code, Severity Severity, IReadOnlyList<string> Arguments)
{
    /// <summary>Where in the file it was found; null if it is about the whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FindingPlace? Place { get; init; }

    /// <summary>
    /// Names it among all about a part, also in the next version if it says the same there. Where it stands in the text is no part of that: every
    /// sentence added before it would make it another.
    /// </summary>
    [JsonIgnore]
    public string Key
    {
        get
        {
            var place = Place is null ? null : Place with { Page = null, Paragraph = null };
            var text = JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    Code,
                    Arguments,
                    Place = place,
                },
                Json
            );
            return $"{Code}-{Convert.ToHexStringLower(SHA256.HashData(text))[..KeyLength]}";
        }
    }

    /// <summary>The check that a key names.</summary>
    public static string CodeOf(string key) =>
        key.Length > KeyLength ? key[..^(KeyLength + 1)] : key;

    private const int KeyLength = 16;

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Rendering;

/// <summary>One rendering of a dossier.</summary>
/// <param name="Format">The form, as its renderer calls it.</param>
/// <param name="Language">The language it is drawn in.</param>
/// <param name="Audience">For whom.</param>
public sealed record RenderingId(string Format, Language Language, Readers Audience)
{
    /// <summary>What an address calls it among those for the same audience: <c>vi.docx</c>.</summary>
    [JsonIgnore]
    public string InAddress => $"{Code}.{Format}";

    /// <summary>Reads what an address calls it.</summary>
    /// <param name="text">For example <c>vi.docx</c>.</param>
    /// <param name="audience">For whom the address is.</param>
    /// <param name="id">The rendering.</param>
    public static bool TryParse(
        string? text,
        Readers audience,
        [NotNullWhen(true)] out RenderingId? id
    )
    {
        id = Enum.GetValues<Language>()
            .Select(language => new RenderingId("", language, audience))
            .FirstOrDefault(one =>
                text?.StartsWith(one.InAddress, StringComparison.Ordinal) is true
            );
        id = id is null ? null : id with { Format = text![id.InAddress.Length..] };
        return id is not null;
    }

    /// <summary>The language as it stands in names.</summary>
    [JsonIgnore]
    public string Code => LanguageTags.TagOf(Language);

    /// <summary>For example <c>everybody/vi.docx</c>.</summary>
    public override string ToString() => $"{Audience.ToString().ToLowerInvariant()}/{InAddress}";
}

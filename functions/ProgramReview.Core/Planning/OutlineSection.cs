using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>
/// A section that a report contains. One without a code is only told; one with a code is also looked for in the files that come. In a
/// stored plan the title stands at the section's own level, so that a section that is a title alone reads like any other text.
/// </summary>
/// <param name="Vi">The title in Vietnamese.</param>
/// <param name="En">The title in English.</param>
/// <param name="Hi">The title in Hindi.</param>
public sealed record OutlineSection(string Vi, string En, string Hi)
{
    /// <summary>Unique in the outline; null: nobody looks for the section.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    /// <summary>Other headings under which it is known, numbers included, for example <c>Phần I</c>; null: only its title.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Synonyms { get; init; }

    /// <summary>Whether a report without it is incomplete; null for a section that nobody looks for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Required { get; init; }

    /// <summary>A section with fewer letters than this is too short; null: any length will do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? TooShort { get; init; }

    /// <summary>The code of another section that material for the consolidated report also shows beside this one; null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Beside { get; init; }

    /// <summary>What it is called.</summary>
    [JsonIgnore]
    public LocalizedText Title => new(Vi, En, Hi);

    /// <summary>A section of which only the title is known.</summary>
    public static implicit operator OutlineSection(LocalizedText title) =>
        new(title.Vi, title.En, title.Hi);
}

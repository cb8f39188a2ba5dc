using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>One column of the data annex: for which time values are asked.</summary>
public sealed record Period
{
    /// <summary>Unique in the plan.</summary>
    public required string Code { get; init; }

    /// <summary>What the column is called.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The last day that it covers.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Whether its values are estimates; otherwise they are actual.</summary>
    public bool Estimate { get; init; }

    /// <summary>Whether an actual value may be marked as preliminary.</summary>
    public bool MayBePreliminary { get; init; }

    /// <summary>Other headings under which the column is known; null: only its title.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Synonyms { get; init; }
}

using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>Who reads one part, or one section, of all reports of a type; one of the two is set.</summary>
/// <param name="Report">The report type's code.</param>
/// <param name="Part">The part's code.</param>
/// <param name="Section">The section's code.</param>
/// <param name="ReadBy">Who reads it.</param>
public sealed record ReadingRule(
    string Report,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Part,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Section,
    Readers ReadBy
);

using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>A value that was known before the plan was made. What is not known is left out and never written as zero.</summary>
/// <param name="Period">The period's code.</param>
/// <param name="Value">The value.</param>
/// <param name="Source">Where it is from, as it is shown beside it.</param>
/// <param name="Body">The body it is of; null: the programme as a whole.</param>
public sealed record EarlierFigure(
    string Period,
    decimal Value,
    string Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Body
);

using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>Some reports in which an indicator is asked: all of a type, or all that bodies of a kind owe; one of the two is set.</summary>
/// <param name="ReportType">The code of a report type.</param>
/// <param name="Kind">A kind of body.</param>
public sealed record AskedOf(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ReportType,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Kind
);

using System.Text.Json.Serialization;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Material;

/// <summary>One report in the material: the file that counted when it was made, or that none did.</summary>
/// <param name="Assignment">The report.</param>
public sealed record MaterialReport(AssignmentId Assignment)
{
    /// <summary>The part whose text is in it; null where none counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Part { get; init; }

    /// <summary>The file's SHA-256, lower-case hexadecimal.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sha256 { get; init; }

    /// <summary>The file's name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FileName { get; init; }

    /// <summary>When it was stored.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Committed { get; init; }

    /// <summary>The report of a row of the index.</summary>
    public static MaterialReport Of(PlanLookup plan, AssignmentRow row)
    {
        var counting = TextSelection.Counting(plan, row);
        return new MaterialReport(row.Assignment)
        {
            Part = counting?.Code,
            Sha256 = counting?.Counting?.Sha256,
            FileName = counting?.Counting?.FileName,
            Committed = counting?.Counting?.Committed,
        };
    }
}

using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>Members who are asked together, once those of the stage before have approved.</summary>
/// <param name="Members">Person ids of approvers.</param>
public sealed record ApprovalStage(IReadOnlyList<string> Members)
{
    /// <summary>How many of them must approve; null for what the plan says of all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Threshold? Quorum { get; init; }

    /// <summary>How many of them reject; null for what the plan says of all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Threshold? Rejections { get; init; }
}

using System.Text.Json.Serialization;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Planning;

/// <summary>What a plan says of checking what came.</summary>
public sealed record CheckingPlan
{
    /// <summary>What holds without a word in the plan.</summary>
    public static readonly CheckingPlan Unsaid = new();

    /// <summary>How long a check may be outstanding where the plan says nothing.</summary>
    public static readonly TimeSpan UsualWait = TimeSpan.FromHours(1);

    /// <summary>The checks that weigh something else than usual.</summary>
    public IReadOnlyList<CheckWeight> Weights { get; init; } = [];

    /// <summary>The codes of findings that may still be mended after the close, in a part that came on time.</summary>
    public IReadOnlyList<string> Correctable { get; init; } = [];

    /// <summary>How long after the close such corrections are taken; null: none are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeSpan? Corrections { get; init; }

    /// <summary>What an unexplained query does at the close.</summary>
    public Unexplained Unexplained { get; init; }

    /// <summary>How long a window stays open for a check that is outstanding; null: <see cref="UsualWait"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeSpan? Wait { get; init; }

    /// <summary>The longest that a check may be outstanding.</summary>
    [JsonIgnore]
    public TimeSpan WaitAtMost => Wait ?? UsualWait;

    /// <summary>How much findings of a check weigh; null: it is not made.</summary>
    public Severity? WeightOf(CheckDefinition check) =>
        Weights.FirstOrDefault(weight => weight.Code == check.Code) is { } said
            ? said.Severity
            : check.Severity;
}

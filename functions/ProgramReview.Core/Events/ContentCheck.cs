using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>What the check of one stored file's content said, judged by the plan and the rules of its time; never changed afterwards.</summary>
public sealed record ContentCheck
{
    /// <summary>So many findings of one kind are kept; that there are more is counted.</summary>
    public const int MostOfAKind = 50;

    /// <summary>The code of a check that did not come to an end in the time that a window waits for it.</summary>
    public const string NotChecked = "not-checked";

    /// <summary>The code of a file of which no scanner could say in that time whether it holds malware.</summary>
    public const string NotScanned = "not-scanned";

    /// <summary>
    /// Whether nothing keeps a file from counting but that nobody could look at it in time: then its sender can do nothing, and a person decides.
    /// </summary>
    /// <param name="standing">The findings about it that stand.</param>
    public static bool IsUndecided(IEnumerable<Finding> standing) =>
        standing.Where(finding => finding.Severity >= Severity.Error).ToList()
            is { Count: > 0 } grave
        && grave.TrueForAll(finding => finding.Code is NotChecked or NotScanned);

    /// <summary>The version of the reader; 0 where nothing was read.</summary>
    public required int Reader { get; init; }

    /// <summary>The version of the rules; 0 where nothing was read.</summary>
    public required int Rules { get; init; }

    /// <summary>What was found, the heaviest first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>How many more there are of a kind, by code.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, int>? More { get; init; }

    /// <summary>Whether all that keeps it from counting is of kinds that the plan lets be corrected after the close.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCorrectable { get; init; }

    /// <summary>Whether the plan keeps a file from counting while a query about it is not explained.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HoldsUnexplained { get; init; }

    /// <summary>The parts that the plan has it compared with; null: none, or nothing was read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Beside { get; init; }

    /// <summary>What was found in it beside versions of other parts; those that were compared later come with <see cref="AssignmentEvent.PairCompared"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PairCheck>? Pairs { get; init; }
}

using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>One row of the data annex: what is counted.</summary>
public sealed record Indicator
{
    /// <summary>No value needs more decimals.</summary>
    public const int MostDecimals = 6;

    /// <summary>Unique in the plan.</summary>
    public required string Code { get; init; }

    /// <summary>What the row is called.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What it is counted in, for example members or %.</summary>
    public required LocalizedText Unit { get; init; }

    /// <summary>What kind of number it is.</summary>
    public required IndicatorKind Kind { get; init; }

    /// <summary>How many decimals a value has at most; 0 to <see cref="MostDecimals"/>.</summary>
    public int Decimals { get; init; }

    /// <summary>The least value that can be, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Min { get; init; }

    /// <summary>The greatest value that can be, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Max { get; init; }

    /// <summary>Whether a value counts from the programme's start, not from the period's.</summary>
    public bool Cumulative { get; init; }

    /// <summary>Whether a value says how many there are on the period's last day, not how many there were in its course.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Stock { get; init; }

    /// <summary>Which way it is meant to go; null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IndicatorDirection? Direction { get; init; }

    /// <summary>What the programme as a whole is to reach; null: nothing was set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Target { get; init; }

    /// <summary>What becomes of it on the way up the tree of bodies.</summary>
    public RollUp RollUp { get; init; }

    /// <summary>The indicator that weighs this one; set for <see cref="RollUp.Weighted"/> and only there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WeightedBy { get; init; }

    /// <summary>In which reports it is asked: each entry adds some.</summary>
    public required IReadOnlyList<AskedOf> AskedOf { get; init; }

    /// <summary>Values that were known before, to be shown beside the new ones.</summary>
    public IReadOnlyList<EarlierFigure> Earlier { get; init; } = [];

    /// <summary>Whether bodies of a kind are asked for it in a report; never in one that has no place for figures.</summary>
    public bool IsAskedOf(string kind, ReportType type) =>
        type.HoldsFigures
        && AskedOf.Any(asked => asked.ReportType == type.Code || asked.Kind == kind);

    /// <summary>Whether a value could be: within the bounds, with no more decimals than there may be.</summary>
    public bool CanBe(decimal value) =>
        !(value < Min)
        && !(value > Max)
        && decimal.Round(value, Math.Clamp(Decimals, 0, MostDecimals)) == value;
}

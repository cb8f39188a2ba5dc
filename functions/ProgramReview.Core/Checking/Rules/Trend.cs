namespace ProgramReview.Core.Checking.Rules;

/// <summary>The straight line that some values lie nearest to.</summary>
/// <param name="Slope">How much it rises a year.</param>
/// <param name="Level">Where it begins.</param>
/// <param name="Spread">How far the values lie from it at most.</param>
internal sealed record Trend(decimal Slope, decimal Level, decimal Spread)
{
    /// <summary>The line through values of at least two years.</summary>
    public static Trend Through(IReadOnlyList<(decimal Year, decimal Value)> values)
    {
        var year = values.Average(one => one.Year);
        var value = values.Average(one => one.Value);
        var slope =
            values.Sum(one => (one.Year - year) * (one.Value - value))
            / values.Sum(one => (one.Year - year) * (one.Year - year));
        var level = value - (slope * year);
        return new Trend(
            slope,
            level,
            values.Max(one => Math.Abs(one.Value - level - (slope * one.Year)))
        );
    }

    /// <summary>Where it leads in a year.</summary>
    public decimal At(decimal year) => Level + (Slope * year);
}

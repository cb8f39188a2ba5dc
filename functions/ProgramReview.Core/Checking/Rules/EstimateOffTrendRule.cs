using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>The last estimate goes on where the years before it lead, or somebody says why not.</summary>
internal sealed class EstimateOffTrendRule() : ValueRule("estimate-off-trend")
{
    private const int FewestYears = 3;
    private const decimal Half = 0.5m;
    private const decimal ManySpreads = 3;

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        AnnexValue value,
        AnnexReading figures,
        CheckScope scope
    )
    {
        if (
            value.Number is not { } number
            || value.Period.Code != LastEstimate(figures.Asked)?.Code
        )
        {
            return null;
        }
        var years = figures
            .Values.Where(one =>
                one.Indicator.Code == value.Indicator.Code
                && IsWholeYear(one.Period)
                && one.Period.To < value.Period.To
                && one.Number is not null
            )
            .Select(one => ((decimal)one.Period.To.Year, one.Number!.Value))
            .ToList();
        if (years.Count < FewestYears)
        {
            return null;
        }
        var line = Trend.Through(years);
        var expected = line.At(value.Period.To.Year);
        var last = years[^1].Item2;
        var allowed = Math.Max(
            Math.Max(Half * Math.Abs(last), Least(value.Indicator)),
            ManySpreads * line.Spread
        );
        return Math.Abs(number - expected) > allowed && Math.Abs(number - last) > allowed
            ? [Plain(number), Plain(decimal.Round(expected, value.Indicator.Decimals))]
            : null;
    }

    // Below that a change says nothing: four instead of two is not twice as much.
    private static decimal Least(Indicator indicator) =>
        indicator.Kind switch
        {
            IndicatorKind.Percent => 15,
            IndicatorKind.Score or IndicatorKind.Rank => 10,
            _ => 5,
        };

    private static Period? LastEstimate(AnnexDefinition asked) =>
        asked.Periods.LastOrDefault(period => period.Estimate && IsWholeYear(period));

    private static bool IsWholeYear(Period period) => period.To is { Month: 12, Day: 31 };
}

using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures;

/// <summary>How far a value may be from the truth by the way it is written.</summary>
public static class Precision
{
    private const decimal Half = 0.5m;

    /// <summary>
    /// Half a unit of the last decimal written; nothing for what is counted in whole things, where no rounding took place.
    /// </summary>
    public static decimal Of(Indicator indicator, decimal value) =>
        indicator.Kind is IndicatorKind.Count or IndicatorKind.Rank
            ? 0
            : Half * new decimal(1, 0, 0, false, value.Scale);

    /// <summary>Whether two values can be roundings of the same.</summary>
    public static bool Meet(Indicator indicator, decimal one, decimal other) =>
        decimal.Abs(one - other) <= Of(indicator, one) + Of(indicator, other);

    /// <summary>A value as it is shown: rounded once, away from zero in the middle, to the decimals of the indicator.</summary>
    public static decimal Shown(Indicator indicator, decimal value) =>
        decimal.Round(value, indicator.Decimals, MidpointRounding.AwayFromZero);
}

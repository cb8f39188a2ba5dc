using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>The estimate of a year is no less than what was counted in it already. A number of members may fall, so it is a question.</summary>
internal sealed class EstimateBelowActualRule() : ValueRule("estimate-below-actual")
{
    // What counts from the programme's start has a rule of its own; shares, scores and places go either way.
    /// <inheritdoc/>
    protected override bool AppliesTo(Indicator indicator) =>
        indicator is { Cumulative: false, Kind: IndicatorKind.Count or IndicatorKind.Amount };

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        AnnexValue value,
        AnnexReading figures,
        CheckScope scope
    )
    {
        if (!value.Period.Estimate)
        {
            return null;
        }
        var counted = figures
            .Values.Where(one =>
                one.Indicator.Code == value.Indicator.Code
                && !one.Period.Estimate
                && one.Period.To.Year == value.Period.To.Year
                && one.Number is not null
            )
            .MaxBy(one => one.Period.To);
        return value.Number < counted?.Number
            ? [Plain(value.Number), Plain(counted!.Number), counted.Period.Code]
            : null;
    }
}

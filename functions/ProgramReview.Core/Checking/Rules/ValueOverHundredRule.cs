using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A share is no more than the whole, where the plan does not bound it anyhow.</summary>
internal sealed class ValueOverHundredRule() : ValueRule("value-over-hundred")
{
    private const decimal Whole = 100;

    /// <inheritdoc/>
    protected override bool AppliesTo(Indicator indicator) =>
        indicator is { Kind: IndicatorKind.Percent, Max: null or > Whole };

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        AnnexValue value,
        AnnexReading figures,
        CheckScope scope
    ) =>
        value.Number > Whole && !(value.Number > value.Indicator.Max)
            ? [Plain(value.Number)]
            : null;
}

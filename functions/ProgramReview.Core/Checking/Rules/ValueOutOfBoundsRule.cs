using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A value keeps within the bounds of its indicator.</summary>
internal sealed class ValueOutOfBoundsRule() : ValueRule("value-out-of-bounds")
{
    /// <inheritdoc/>
    protected override bool AppliesTo(Indicator indicator) =>
        indicator.Min is not null || indicator.Max is not null;

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        AnnexValue value,
        AnnexReading figures,
        CheckScope scope
    ) =>
        value.Number < value.Indicator.Min || value.Number > value.Indicator.Max
            ? [Plain(value.Number), Plain(value.Indicator.Min), Plain(value.Indicator.Max)]
            : null;
}

using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>Things that are counted are counted whole.</summary>
internal sealed class ValueNotWholeRule() : ValueRule("value-not-whole")
{
    /// <inheritdoc/>
    protected override bool AppliesTo(Indicator indicator) =>
        indicator is { Kind: IndicatorKind.Count or IndicatorKind.Rank, Decimals: 0 };

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        AnnexValue value,
        AnnexReading figures,
        CheckScope scope
    ) => value.Number is { } number && decimal.Truncate(number) != number ? [Plain(number)] : null;
}

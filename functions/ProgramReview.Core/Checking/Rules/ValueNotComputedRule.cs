using ProgramReview.Core.Checking.Annex;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A formula has its result with it: nothing is computed here.</summary>
internal sealed class ValueNotComputedRule() : ValueRule("value-not-computed")
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        AnnexValue value,
        AnnexReading figures,
        CheckScope scope
    ) => value.State == AnnexValueState.NotComputed ? [] : null;
}

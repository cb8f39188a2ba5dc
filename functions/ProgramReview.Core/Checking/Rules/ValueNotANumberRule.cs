using ProgramReview.Core.Checking.Annex;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>Where a number is asked for, one stands and nothing else.</summary>
internal sealed class ValueNotANumberRule() : ValueRule("value-not-a-number")
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        AnnexValue value,
        AnnexReading figures,
        CheckScope scope
    ) => value.State == AnnexValueState.NotANumber ? [Quote(value)] : null;
}

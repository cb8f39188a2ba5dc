using ProgramReview.Core.Checking.Annex;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A number can be read in one way only.</summary>
internal sealed class ValueAmbiguousRule() : ValueRule("value-ambiguous")
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        AnnexValue value,
        AnnexReading figures,
        CheckScope scope
    ) => value.State == AnnexValueState.Ambiguous ? [Quote(value)] : null;
}

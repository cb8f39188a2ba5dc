using ProgramReview.Core.Checking.Annex;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>No cell holds an error of the program.</summary>
internal sealed class ValueInErrorRule() : ValueRule("value-in-error")
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        AnnexValue value,
        AnnexReading figures,
        CheckScope scope
    ) => value.State == AnnexValueState.Error ? [Quote(value)] : null;
}

using ProgramReview.Core.Checking.Annex;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A value is there, or the row says why it is not.</summary>
internal sealed class ValueMissingRule() : ValueRule("value-missing")
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        AnnexValue value,
        AnnexReading figures,
        CheckScope scope
    ) => value is { State: AnnexValueState.Missing, Reason: null, IsMerged: false } ? [] : null;
}

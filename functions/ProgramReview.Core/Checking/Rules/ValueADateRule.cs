using ProgramReview.Core.Checking.Annex;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>No program turned a number into a day.</summary>
internal sealed class ValueADateRule() : ValueRule("value-a-date")
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        AnnexValue value,
        AnnexReading figures,
        CheckScope scope
    ) => value.State == AnnexValueState.Date ? [] : null;
}

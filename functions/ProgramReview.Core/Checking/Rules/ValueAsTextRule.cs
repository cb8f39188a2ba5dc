using ProgramReview.Core.Checking.Annex;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A number is stored as one; how text was read is told.</summary>
internal sealed class ValueAsTextRule() : ValueRule("value-as-text")
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        AnnexValue value,
        AnnexReading figures,
        CheckScope scope
    ) =>
        value is { State: AnnexValueState.Given, IsText: true }
            ? [Quote(value), Plain(value.Number)]
            : null;
}

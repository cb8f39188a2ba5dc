using ProgramReview.Core.Checking.Annex;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>Whoever signs the annex sees its values.</summary>
internal sealed class ValueHiddenRule() : ValueRule("value-hidden")
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        AnnexValue value,
        AnnexReading figures,
        CheckScope scope
    ) => value is { IsHidden: true, Written.Length: > 0 } ? [] : null;
}

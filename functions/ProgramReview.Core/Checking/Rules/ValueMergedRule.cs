using ProgramReview.Core.Checking.Annex;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>One cell holds one value: of cells made one nobody knows which it is for.</summary>
internal sealed class ValueMergedRule() : ValueRule("value-merged")
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        AnnexValue value,
        AnnexReading figures,
        CheckScope scope
    ) => value is { IsMerged: true, Written.Length: > 0 } ? [] : null;
}

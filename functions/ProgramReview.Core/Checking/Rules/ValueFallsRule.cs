using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>What counts from the start of the programme never becomes less.</summary>
internal sealed class ValueFallsRule() : ValueRule("value-falls")
{
    /// <inheritdoc/>
    protected override bool AppliesTo(Indicator indicator) => indicator.Cumulative;

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        AnnexValue value,
        AnnexReading figures,
        CheckScope scope
    )
    {
        var before = figures
            .Values.Where(one =>
                one.Indicator.Code == value.Indicator.Code
                && one.Period.To < value.Period.To
                && one.Number is not null
            )
            .MaxBy(one => one.Period.To);
        return value.Number < before?.Number
            ? [Plain(value.Number), Plain(before!.Number), before.Period.Code]
            : null;
    }
}

using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>The last value is near the target, or somebody says why not. A target is the whole programme's: a share of it is compared with nothing.</summary>
internal sealed class TargetFarRule() : ValueRule("target-far")
{
    private const decimal Far = 2;

    /// <inheritdoc/>
    public override bool AppliesTo(CheckScope scope) =>
        base.AppliesTo(scope)
        && AnnexDefinition
            .Of(scope.Plan, scope.Assignment)
            .Rows.Any(row => IsCompared(row.Indicator, scope));

    /// <inheritdoc/>
    protected override bool AppliesTo(Indicator indicator) => indicator.Target > 0;

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Arguments(
        AnnexValue value,
        AnnexReading figures,
        CheckScope scope
    )
    {
        var (number, target) = (value.Number, value.Indicator.Target);
        return
            value.Period.Code == figures.Asked.Periods[^1].Code
            && IsCompared(value.Indicator, scope)
            && (number * Far < target || number > target * Far)
            ? [Plain(number), Plain(target)]
            : null;
    }

    private static bool IsCompared(Indicator indicator, CheckScope scope) =>
        indicator.Target > 0
        && (
            indicator.RollUp != RollUp.Sum
            || scope.Assignment.ReportType == scope.Plan.Plan.ConsolidatedReport
        );
}

namespace ProgramReview.Core.Planning.Rules;

internal sealed class RollUpRule : IPlanRule
{
    public string Code => "roll-up";

    public IReadOnlyList<string> Reads => ["indicators"];

    public IEnumerable<RuleFault> Check(Plan plan) =>
        PlanParts
            .Indicators(plan)
            .Where(entry =>
                entry.Indicator
                    is {
                        RollUp: RollUp.Sum,
                        Kind: not (IndicatorKind.Count or IndicatorKind.Amount)
                    }
            )
            .Select(entry => new RuleFault(
                $"{entry.Path}.rollUp",
                "Percentages, scores and ranks cannot be added",
                "Write { weightedBy: ... } with the indicator they are a share of, or none"
            ));
}

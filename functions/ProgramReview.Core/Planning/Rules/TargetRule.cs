namespace ProgramReview.Core.Planning.Rules;

internal sealed class TargetRule : IPlanRule
{
    public string Code => "target";

    public IReadOnlyList<string> Reads => ["indicators"];

    public IEnumerable<RuleFault> Check(Plan plan) =>
        PlanParts.Indicators(plan).SelectMany(entry => Check(entry.Path, entry.Indicator));

    private static IEnumerable<RuleFault> Check(string path, Indicator indicator)
    {
        if (indicator.Target is not { } target)
        {
            yield break;
        }

        if (indicator.Direction is null)
        {
            yield return new RuleFault(
                $"{path}.target",
                "Nobody can say when the target is reached",
                "Add 'direction: up' if more is better, 'direction: down' if less is"
            );
        }

        if (!indicator.CanBe(target))
        {
            yield return new RuleFault(
                $"{path}.target",
                "The target is no value that the indicator can have",
                "Keep to its bounds and decimals, or change them"
            );
        }
    }
}

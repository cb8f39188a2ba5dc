namespace ProgramReview.Core.Planning.Rules;

internal sealed class IndicatorRule : IPlanRule
{
    private const int MostDecimals = 6;

    public string Code => "indicator";

    public IReadOnlyList<string> Reads => ["indicators"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var indicators = PlanParts.Indicators(plan).ToList();
        return Codes
            .Check([.. indicators.Select(entry => (entry.Path, entry.Indicator.Code))])
            .Concat(indicators.SelectMany(entry => Check(entry.Path, entry.Indicator)));
    }

    private static IEnumerable<RuleFault> Check(string path, Indicator indicator)
    {
        if (indicator.Decimals > MostDecimals)
        {
            yield return new RuleFault(
                $"{path}.decimals",
                "There are too many decimals",
                FormattableString.Invariant($"Write 0 to {MostDecimals}")
            );
        }

        if (indicator is { Decimals: > 0, Kind: IndicatorKind.Count or IndicatorKind.Rank })
        {
            yield return new RuleFault(
                $"{path}.decimals",
                "What is counted, and a rank, has no decimals",
                "Remove it, or choose another kind"
            );
        }

        if (indicator.Min > indicator.Max)
        {
            yield return new RuleFault(
                $"{path}.max",
                "The bounds leave no value",
                "Make max at least min"
            );
        }
    }
}

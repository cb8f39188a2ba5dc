namespace ProgramReview.Core.Planning.Rules;

internal sealed class IndicatorRule : IPlanRule
{
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
        if (indicator.Decimals is < 0 or > Indicator.MostDecimals)
        {
            yield return new RuleFault(
                $"{path}.decimals",
                "The number of decimals is out of range",
                FormattableString.Invariant($"Write 0 to {Indicator.MostDecimals}")
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

        if (
            indicator
            is { Stock: true, Kind: not (IndicatorKind.Count or IndicatorKind.Amount) }
                or { Stock: true, Cumulative: true }
        )
        {
            yield return new RuleFault(
                $"{path}.stock",
                "A stock is how many or how much there is on a day, not since a beginning",
                "Remove it, or remove 'cumulative', or choose count or amount"
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

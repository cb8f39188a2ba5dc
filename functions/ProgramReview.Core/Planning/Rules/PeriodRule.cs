namespace ProgramReview.Core.Planning.Rules;

internal sealed class PeriodRule : IPlanRule
{
    public string Code => "period";

    public IReadOnlyList<string> Reads => ["periods"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var periods = PlanParts.Periods(plan).ToList();
        return Codes
            .Check([.. periods.Select(entry => (entry.Path, entry.Period.Code))])
            .Concat(
                periods
                    .Zip(periods.Skip(1))
                    .Where(pair => pair.Second.Period.To <= pair.First.Period.To)
                    .Select(pair => new RuleFault(
                        pair.Second.Path,
                        $"The period ends no later than {pair.First.Path}, which stands before it",
                        "Put periods in the order in which they end"
                    ))
            )
            .Concat(
                periods
                    .Zip(periods.Skip(1))
                    .Where(pair => pair.First.Period.Estimate && !pair.Second.Period.Estimate)
                    .Select(pair => new RuleFault(
                        pair.Second.Path,
                        $"Actual values are asked for a time behind the estimate of {pair.First.Path}",
                        "Put all actual periods before the estimates"
                    ))
            )
            .Concat(
                periods
                    .Where(entry => entry.Period is { Estimate: true, MayBePreliminary: true })
                    .Select(entry => new RuleFault(
                        $"{entry.Path}.mayBePreliminary",
                        "An estimate is never preliminary",
                        "Remove it, or write actualTo instead of estimateTo"
                    ))
            );
    }
}

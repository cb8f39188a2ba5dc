namespace ProgramReview.Core.Planning.Rules;

internal sealed class EarlierRule : IPlanRule
{
    public string Code => "earlier";

    public IReadOnlyList<string> Reads =>
        ["bodies", "reportTypes", "parts", "indicators", "periods"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var periods = (plan.Periods ?? [])
            .Select(period => period.Code)
            .ToHashSet(StringComparer.Ordinal);
        var bodies = plan
            .Bodies.DistinctBy(body => body.Code)
            .ToDictionary(body => body.Code, StringComparer.Ordinal);
        var owed = plan
            .ReportTypes.SelectMany(type => type.OwedBy.Select(body => (body, type)))
            .ToLookup(entry => entry.body, entry => entry.type, StringComparer.Ordinal);
        return PlanParts
            .Indicators(plan)
            .SelectMany(entry => Check($"{entry.Path}.earlier", entry.Indicator));

        IEnumerable<RuleFault> Check(string path, Indicator indicator) =>
            indicator
                .Earlier.Index()
                .SelectMany(entry => Figure(PlanParts.At(path, entry.Index), indicator, entry.Item))
                .Concat(
                    PlanParts
                        .Repeated(
                            indicator.Earlier.Select(
                                (figure, i) =>
                                    (PlanParts.At(path, i), $"{figure.Period} {figure.Body}")
                            )
                        )
                        .Select(entry => new RuleFault(
                            entry.Path,
                            $"The value stands at {entry.First} already",
                            "Keep one of the two"
                        ))
                );

        IEnumerable<RuleFault> Figure(string path, Indicator indicator, EarlierFigure figure)
        {
            if (!periods.Contains(figure.Period))
            {
                yield return new RuleFault(
                    $"{path}.period",
                    $"There is no period '{figure.Period}'",
                    "Name the code of a period of this plan"
                );
            }

            if (!indicator.CanBe(figure.Value))
            {
                yield return new RuleFault(
                    $"{path}.value",
                    "The indicator cannot have this value",
                    "Keep to its bounds and decimals, or change them"
                );
            }

            if (figure.Body is not { } of)
            {
                yield break;
            }

            if (!bodies.TryGetValue(of, out var body))
            {
                yield return new RuleFault(
                    $"{path}.body",
                    $"There is no body '{of}'",
                    "Name the code of a body, or leave it out for the whole programme"
                );
            }
            else if (!owed[of].Any(type => indicator.IsAskedOf(body.Kind, type)))
            {
                yield return new RuleFault(
                    $"{path}.body",
                    $"'{of}' is not asked for this indicator",
                    "Name a body that is, or leave it out for the whole programme"
                );
            }
        }
    }
}

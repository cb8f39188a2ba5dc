namespace ProgramReview.Core.Planning.Rules;

internal sealed class WholeRule : IPlanRule
{
    public string Code => "whole";

    public IReadOnlyList<string> Reads => ["bodies", "reportTypes", "parts", "indicators"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var asking = PlanParts.Asking(plan);
        return PlanParts
            .ReportTypes(plan)
            .Where(entry =>
                entry.Type.FiguresOfWhole
                && !asking.Any(report =>
                    report.Type.Code == entry.Type.Code
                    && (plan.Indicators ?? []).Any(indicator =>
                        indicator.IsAskedOf(report.Kind, report.Type)
                    )
                )
            )
            .Select(entry => new RuleFault(
                $"{entry.Path}.figuresOfWhole",
                "The report holds no figures",
                "Remove it, or ask for an indicator in this report"
            ));
    }
}

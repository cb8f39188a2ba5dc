using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures.Consistency;

/// <summary>Runs every check between reports, each as heavy as the plan says.</summary>
public static class ConsistencyChecks
{
    internal static readonly IReadOnlyList<ConsistencyRule> All =
    [
        new ParentRule(),
        new TwiceToldRule(),
        new FallingRule(),
        new EstimateBelowRule(),
        new OffTrendRule(),
        new TargetRule(),
        new OutlierRule(),
    ];

    /// <summary>All findings, the heaviest first, then in the order of the checks.</summary>
    public static IReadOnlyList<ConsistencyFinding> Run(FigureScene scene)
    {
        var said = scene.Plan.Plan.Checking ?? CheckingPlan.Unsaid;
        return
        [
            .. All.Select(rule => (Rule: rule, Weight: said.WeightOf(rule.Definition)))
                .Where(one => one.Weight is not null)
                .SelectMany(one =>
                    one.Rule.Check(scene)
                        .Select(finding => finding with { Severity = one.Weight!.Value })
                )
                .OrderByDescending(finding => finding.Severity),
        ];
    }
}

using ProgramReview.Core.Checking.Pair;
using ProgramReview.Core.Checking.Rules;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking;

/// <summary>Runs every check of content that a plan asks of a part.</summary>
public static class ContentChecks
{
    /// <summary>Raised whenever a rule may find something else in the same facts; findings of another version are found anew.</summary>
    public const int Version = 1;

    internal static readonly IReadOnlyList<ContentRule> All =
    [
        .. UnreadableRule.All,
        .. ActiveContentRule.All,
        new TextMissingRule(),
        new SectionMissingRule(),
        new SectionDoubtfulRule(),
        new SectionEmptyRule(),
        new SectionTooShortRule(),
        new SectionOrderRule(),
        new HeadOtherBodyRule(),
        new HeadOtherProgrammeRule(),
        new DispatchNumberRule(),
        new DispatchDateRule(),
        new LegacyEncodingRule(),
        new AnnexOfAnotherRule(),
        new AnnexDefinitionRule(),
        new AnnexTableRule(),
        new AnnexRowMissingRule(),
        new AnnexRowTwiceRule(),
        new AnnexRowUnknownRule(),
        new AnnexUnitRule(),
        new AnnexPeriodMissingRule(),
        new AnnexPeriodTwiceRule(),
        new AnnexEstimateRule(),
        new AnnexPreliminaryRule(),
        new ValueMissingRule(),
        new ValueNotANumberRule(),
        new ValueAmbiguousRule(),
        new ValueAsTextRule(),
        new ValueADateRule(),
        new ValueNotComputedRule(),
        new ValueInErrorRule(),
        new ValueMergedRule(),
        new ValueHiddenRule(),
        new ValueOutOfBoundsRule(),
        new ValueNotWholeRule(),
        new ValueOverHundredRule(),
        new ValueFallsRule(),
        new EstimateBelowActualRule(),
        new EstimateOffTrendRule(),
        new TargetFarRule(),
        new ValuesAllZeroRule(),
    ];

    /// <summary>All findings about a file, the heaviest first.</summary>
    public static IReadOnlyList<Finding> Run(CheckSubject subject)
    {
        var file = new ReadFile(subject);
        return
        [
            .. Applying(file.Scope)
                .SelectMany(one =>
                    one.Rule.Check(file).Select(finding => finding with { Severity = one.Severity })
                )
                .OrderByDescending(finding => finding.Severity),
        ];
    }

    /// <summary>The checks that are made of a part, told before anything is sent, the heaviest first; those of pairs stand with both parts.</summary>
    public static IReadOnlyList<CheckInForce> RulesFor(
        PlanLookup plan,
        AssignmentId assignment,
        ReportPart part
    )
    {
        var scope = new CheckScope(plan, assignment, part);
        var said = plan.Plan.Checking ?? CheckingPlan.Unsaid;
        var pair = FigureDiffersRule.Definition;
        return
        [
            .. Applying(scope)
                .Select(one => new CheckInForce(one.Rule.Definition.Code, one.Severity))
                .Concat(
                    PairChecks.AppliesTo(scope) && said.WeightOf(pair) is { } severity
                        ? [new CheckInForce(pair.Code, severity)]
                        : []
                )
                .OrderByDescending(check => check.Severity),
        ];
    }

    private static IEnumerable<(ContentRule Rule, Severity Severity)> Applying(CheckScope scope)
    {
        var said = scope.Plan.Plan.Checking ?? CheckingPlan.Unsaid;
        return All.Where(rule => rule.AppliesTo(scope))
            .Select(rule => (Rule: rule, Weight: said.WeightOf(rule.Definition)))
            .Where(one => one.Weight is not null)
            .Select(one => (one.Rule, one.Weight!.Value));
    }
}

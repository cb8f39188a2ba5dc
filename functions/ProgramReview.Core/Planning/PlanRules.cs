using System.Collections.Frozen;
using ProgramReview.Core.Planning.Rules;

namespace ProgramReview.Core.Planning;

/// <summary>Everything a plan must fulfil before a cycle may start from it.</summary>
public static class PlanRules
{
    internal static readonly IReadOnlyList<IPlanRule> All =
    [
        new IdentityRule(),
        new TimeZoneRule(),
        new NotEmptyRule(),
        new CodeRule(),
        new UniqueCodeRule(),
        new ParentExistsRule(),
        new ParentCycleRule(),
        new ParentOrderRule(),
        new OwedByRule(),
        new ContactRule(),
        new AddressRule(),
        new OnePersonRule(),
        new OutlineRule(),
        new SectionRule(),
        new FormatRule(),
        new PartRule(),
        new PartFormatRule(),
        new OneAnnexRule(),
        new MaxBytesRule(),
        new AfterExistsRule(),
        new AfterCycleRule(),
        new AfterOrderRule(),
        new AfterOwnRule(),
        new WindowRule(),
        new ReminderRule(),
        new ConsolidatedReportRule(),
        new ApproverRule(),
        new QuorumRule(),
        new StageRule(),
        new DeputyRule(),
        new ApprovalTimeRule(),
        new CorrectionRule(),
        new WholeSecondRule(),
        new CountryRule(),
        new MailQuotaRule(),
        new OutageRule(),
        new KindRule(),
        new PeriodRule(),
        new IndicatorRule(),
        new AnnexRule(),
        new AskedOfRule(),
        new TargetRule(),
        new RollUpRule(),
        new WeightRule(),
        new WeightCycleRule(),
        new WholeRule(),
        new EarlierRule(),
        new PublicationRule(),
        new CheckWeightRule(),
        new CorrectableRule(),
        new CheckingTimeRule(),
    ];

    /// <summary>All faults of a plan; none means that a cycle may start.</summary>
    public static IReadOnlyList<PlanFinding> Check(Plan plan) =>
        Check(plan, FrozenSet<string>.Empty);

    /// <summary>
    /// The faults of a plan that was read only in part: a rule is left out if it looks at a part that could not be read, since
    /// what it would say there may not be so.
    /// </summary>
    /// <param name="plan">The plan, with any content in its unread parts.</param>
    /// <param name="unread">The top-level keys that could not be read in full, as in the plan file.</param>
    public static IReadOnlyList<PlanFinding> Check(Plan plan, IReadOnlySet<string> unread) =>
        [
            .. All.Where(rule => !rule.Reads.Any(unread.Contains))
                .SelectMany(rule =>
                    rule.Check(plan)
                        .Select(fault => new PlanFinding(
                            rule.Code,
                            fault.Path,
                            fault.Message,
                            fault.Remedy
                        ))
                ),
        ];
}

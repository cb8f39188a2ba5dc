using ProgramReview.Core.Planning.Warnings;

namespace ProgramReview.Core.Planning;

/// <summary>What a plan allows but its author may not have meant.</summary>
public static class PlanWarnings
{
    internal static readonly IReadOnlyList<IWarningRule> All =
    [
        new ReminderAtNight(),
        new ReminderAtWeekend(),
        new ReminderOnHoliday(),
        new HolidaysUnknown(),
        new LastReminderOverQuota(),
        new NobodyAtWorkToDecide(),
        new RoundMayEndUndecided(),
        new EscalationReachesNobody(),
        new RequiredWithoutDeputy(),
        new AddressReachesNobody(),
        new ChildDueAfterParent(),
        new LinkEndsBeforeClose(),
        new CorrectionTooShort(),
    ];

    /// <summary>Every code a warning can have; each has its words under <c>plan-warning.</c> and this code.</summary>
    public static IEnumerable<string> Codes => All.Select(rule => rule.Code);

    /// <summary>All warnings about a plan without faults.</summary>
    public static IReadOnlyList<PlanWarning> Check(Plan plan) =>
        [.. All.SelectMany(rule => rule.Check(plan))];
}

using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Requesting;

/// <summary>Decides whether what a report type waits for is settled for all bodies.</summary>
public static class StageGate
{
    /// <summary>Whether all reports before it are settled, so that it may open.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="type">The report type that waits.</param>
    /// <param name="all">What all assignments of the plan add up to.</param>
    public static bool IsOpen(PlanLookup plan, ReportType type, NodeRow all) =>
        type.After.All(code => all.Settled(code) == plan.ReportType(code).OwedBy.Count);
}

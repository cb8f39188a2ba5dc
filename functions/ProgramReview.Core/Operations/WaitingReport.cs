using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Operations;

/// <summary>A report that waits for others and is still to come, with the instants in force.</summary>
/// <param name="Assignment">Which.</param>
/// <param name="Due">Its <c>due</c>.</param>
/// <param name="Closes">Its <c>closes</c>.</param>
public sealed record WaitingReport(AssignmentId Assignment, Deadline Due, Deadline Closes)
{
    /// <summary>The assignments that wait for reports of a type.</summary>
    public static IEnumerable<AssignmentId> For(PlanLookup plan, string reportType) =>
        plan.Assignments.Where(one => plan.ReportType(one.ReportType).After.Contains(reportType));

    /// <summary>The report as it waits now; null if it is settled, so that nothing can come too late for it.</summary>
    public static WaitingReport? Of(
        PlanLookup plan,
        AssignmentId assignment,
        AssignmentState state,
        DateTimeOffset now
    ) =>
        state switch
        {
            { Exemption: not null } => null,
            { Current: { } current } => current.IsOpen(now) && !state.CurrentIsAccepted
                ? new WaitingReport(assignment, current.DueInForce, current.Closes)
                : null,
            _ => plan.ReportType(assignment.ReportType) is var type
                ? new WaitingReport(assignment, type.Due, type.Closes)
                : null,
        };

    /// <summary>Whether a report that feeds this one may be due then: the plan's rule <c>after-order</c>.</summary>
    public bool AllowsDue(Deadline due) => Due.IsAfter(due);
}

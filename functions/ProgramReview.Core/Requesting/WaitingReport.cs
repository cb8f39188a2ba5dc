using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Requesting;

/// <summary>The instants in force of reports that wait for others and are still to come.</summary>
/// <param name="Due">Their <c>due</c>.</param>
/// <param name="Closes">Their <c>closes</c>.</param>
public sealed record WaitingReport(Deadline Due, Deadline Closes)
{
    /// <summary>What waits for reports of a type.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="reportType">The report type that is waited for.</param>
    /// <param name="standings">How all assignments of the plan stand.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyList<WaitingReport> For(
        PlanLookup plan,
        string reportType,
        IEnumerable<Standing> standings,
        DateTimeOffset now
    ) =>
        [
            .. standings
                .Where(one => plan.ReportType(one.ReportType).After.Contains(reportType))
                .Select(one => Of(plan, one, now))
                .OfType<WaitingReport>()
                .Distinct(),
        ];

    /// <summary>The report as it waits now; null if it is settled, so that nothing can come too late for it.</summary>
    public static WaitingReport? Of(PlanLookup plan, Standing standing, DateTimeOffset now) =>
        standing switch
        {
            { Phase: AssignmentPhase.Exempt } => null,
            { Window: 0 } => plan.ReportType(standing.ReportType) is var type
                ? new WaitingReport(type.Due, type.Closes)
                : null,
            { IsRunning: true, IsAccepted: false, Due: { } due, Closes: { } closes }
                when !closes.HasPassed(now) => new WaitingReport(due, closes),
            _ => null,
        };

    /// <summary>Whether a report that feeds this one may be due then: the plan's rule <c>after-order</c>.</summary>
    public bool AllowsDue(Deadline due) => Due.IsAfter(due);
}

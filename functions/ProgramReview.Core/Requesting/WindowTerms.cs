using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Requesting;

/// <summary>Finds the terms of a window: the first is the plan's, the others stand in the cycle's stream, where somebody had them opened.</summary>
public static class WindowTerms
{
    /// <summary>The terms, or null if nobody had this window opened.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="assignment">The assignment.</param>
    /// <param name="window">From 1.</param>
    /// <param name="stream">The assignment's entries.</param>
    /// <param name="cycle">The cycle's entries; not looked at for the first window.</param>
    public static ReportTerms? Of(
        PlanLookup plan,
        AssignmentId assignment,
        int window,
        IReadOnlyList<Entry> stream,
        IReadOnlyList<Entry> cycle
    ) =>
        window == 1
            ? Planned(plan, assignment)
            : cycle
                .Select(entry =>
                    entry.Event switch
                    {
                        CycleEvent.Reopened order
                            when order.Assignment == assignment && order.Window == window =>
                            Ordered(order, entry.RecordedAt),
                        CycleEvent.RoundEnded { Outcome: RoundOutcome.ChangesAsked } ended
                            when NextWindow(stream, entry.RecordedAt) == window => Corrected(
                            plan.Plan.Approval,
                            assignment,
                            window,
                            CycleState.Of(cycle).Round(ended.Round)!,
                            entry.RecordedAt
                        ),
                        _ => null,
                    }
                )
                .FirstOrDefault(terms => terms is not null);

    /// <summary>The number of the window that opens next, by what had opened at an instant: the same however often it is asked.</summary>
    /// <param name="stream">The assignment's entries.</param>
    /// <param name="at">The instant.</param>
    public static int NextWindow(IReadOnlyList<Entry> stream, DateTimeOffset at) =>
        (AssignmentState.Of(stream.TakeWhile(entry => entry.RecordedAt <= at)).Current?.Number ?? 0)
        + 1;

    private static ReportTerms Planned(PlanLookup plan, AssignmentId assignment)
    {
        var type = plan.ReportType(assignment.ReportType);
        return new ReportTerms
        {
            Window = 1,
            Cause = OpeningCause.Plan,
            Opens = plan.Plan.Opens,
            OpensAtLatest = type.OpensAtLatest,
            Due = type.Due,
            Closes = type.Closes,
            Reminders = type.Reminders,
        };
    }

    private static ReportTerms Ordered(CycleEvent.Reopened order, DateTimeOffset at) =>
        new()
        {
            Window = order.Window,
            Cause = order.Cause,
            Opens = at,
            OpensAtLatest = at,
            Due = order.Due,
            Closes = order.Closes,
            Reminders =
                order.Cause == OpeningCause.LateAllowed ? [] : [at + (order.Due.Remaining(at) / 2)],
            Comment = order.Reason,
            By = order.By,
        };

    private static ReportTerms? Corrected(
        ApprovalPlan approval,
        AssignmentId assignment,
        int window,
        RoundState round,
        DateTimeOffset at
    ) =>
        round.Reopened().TryGetValue(assignment, out var comment)
            ? new ReportTerms
            {
                Window = window,
                Cause = OpeningCause.ChangesAsked,
                Opens = at,
                OpensAtLatest = at,
                Due = Deadline.At(WholeSecond.From(at + approval.CorrectionDue)),
                Closes = Deadline.At(WholeSecond.From(at + approval.CorrectionCloses)),
                Reminders = [at + (approval.CorrectionDue / 2)],
                Comment = comment,
            }
            : null;
}

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
    /// <param name="cycle">The cycle's entries; not looked at for the first window.</param>
    public static ReportTerms? Of(
        PlanLookup plan,
        AssignmentId assignment,
        int window,
        IReadOnlyList<Entry> cycle
    ) =>
        window == 1
            ? Planned(plan, assignment)
            : Reopenings(plan, assignment, cycle).FirstOrDefault(terms => terms.Window == window);

    /// <summary>The windows that a round's request for changes opens, of every assignment it names, in the order of their ids.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="round">The round.</param>
    /// <param name="cycle">The cycle's entries.</param>
    public static IReadOnlyList<(AssignmentId Assignment, int Window)> AskedFor(
        PlanLookup plan,
        int round,
        IReadOnlyList<Entry> cycle
    )
    {
        var end = cycle
            .Index()
            .First(one =>
                one.Item.Event is CycleEvent.RoundEnded { Round: var ended } && ended == round
            )
            .Index;
        IReadOnlyList<Entry> upToEnd = [.. cycle.Take(end + 1)];
        return
        [
            .. CycleState
                .Of(cycle)
                .Round(round)!
                .Reopened()
                .Keys.OrderBy(id => id.ToString(), StringComparer.Ordinal)
                .Select(id => (id, Reopenings(plan, id, upToEnd).Last().Window)),
        ];
    }

    // All of them stand in the one stream that orders them: those of operations with their number, those of a round as the next.
    private static IEnumerable<ReportTerms> Reopenings(
        PlanLookup plan,
        AssignmentId assignment,
        IReadOnlyList<Entry> cycle
    )
    {
        var last = 1;
        CycleState? state = null;
        foreach (var entry in cycle)
        {
            switch (entry.Event)
            {
                case CycleEvent.Reopened order when order.Assignment == assignment:
                    last = order.Window;
                    yield return Ordered(plan, order, entry.RecordedAt);
                    break;
                case CycleEvent.RoundEnded { Outcome: RoundOutcome.ChangesAsked } ended
                    when (state ??= CycleState.Of(cycle))
                        .Round(ended.Round)!
                        .Reopened()
                        .TryGetValue(assignment, out var changes):
                    last++;
                    yield return Corrected(
                        plan.Plan,
                        last,
                        Reopening(plan, assignment, changes.Parts),
                        changes.Comment,
                        entry.RecordedAt
                    );
                    break;
            }
        }
    }

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
            Parts =
            [
                .. ReportPart.Of(type).Select(part => new AskedPart(part.Code, part.Required)),
            ],
            Reminders = type.Reminders,
            Checks = ChecksOf(plan.Plan, plan.Plan.Checking?.Corrections),
        };
    }

    /// <summary>The terms of a window that operations had opened.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="order">Their order.</param>
    /// <param name="at">When it was given.</param>
    public static ReportTerms Ordered(
        PlanLookup plan,
        CycleEvent.Reopened order,
        DateTimeOffset at
    ) =>
        new()
        {
            Window = order.Window,
            Cause = order.Cause,
            Opens = at,
            OpensAtLatest = at,
            Due = order.Due,
            Closes = order.Closes,
            Parts = Reopening(plan, order.Assignment, order.Parts.ToHashSet()),
            Reminders =
                order.Cause == OpeningCause.LateAllowed ? [] : [at + (order.Due.Remaining(at) / 2)],
            Checks = ChecksOf(plan.Plan),
            Comment = order.Reason,
            Items = order.Items,
            By = order.By,
        };

    // What was asked for, and what is always welcome: a new version of a report often comes with a new signed copy.
    private static IReadOnlyList<AskedPart> Reopening(
        PlanLookup plan,
        AssignmentId assignment,
        IReadOnlySet<string> asked
    ) =>
        [
            .. ReportPart
                .Of(plan.ReportType(assignment.ReportType))
                .Where(part => !part.Required || asked.Contains(part.Code))
                .Select(part => new AskedPart(part.Code, asked.Contains(part.Code))),
        ];

    private static ReportTerms Corrected(
        Plan plan,
        int window,
        IReadOnlyList<AskedPart> parts,
        string comment,
        DateTimeOffset at
    ) =>
        new()
        {
            Window = window,
            Cause = OpeningCause.ChangesAsked,
            Opens = at,
            OpensAtLatest = at,
            Due = Deadline.At(WholeSecond.From(at + plan.Approval.CorrectionDue)),
            Closes = Deadline.At(WholeSecond.From(at + plan.Approval.CorrectionCloses)),
            Parts = parts,
            Reminders = [at + (plan.Approval.CorrectionDue / 2)],
            Checks = ChecksOf(plan),
            Comment = comment,
        };

    // Only the plan's own window has corrections: a reopening is one.
    private static CheckTerms ChecksOf(Plan plan, TimeSpan? corrections = null) =>
        new((plan.Checking ?? CheckingPlan.Unsaid).WaitAtMost, corrections);
}

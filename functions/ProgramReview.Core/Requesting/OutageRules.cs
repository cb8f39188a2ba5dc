using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Requesting;

/// <summary>Decides which deadlines a declared outage moves. Like any extension it judges nothing anew.</summary>
public static class OutageRules
{
    /// <summary>
    /// The assignments in steps of at most a hundred. Reports that others wait for come after those: they move only as far as what waits for
    /// them has moved by then.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<AssignmentId>> Steps(PlanLookup plan)
    {
        var ranks = new Dictionary<string, int>();
        int RankOf(string type)
        {
            if (!ranks.TryGetValue(type, out var rank))
            {
                rank = plan
                    .Plan.ReportTypes.Where(other => other.After.Contains(type))
                    .Select(other => 1 + RankOf(other.Code))
                    .DefaultIfEmpty(0)
                    .Max();
                ranks.Add(type, rank);
            }
            return rank;
        }
        return
        [
            .. plan
                .Assignments.GroupBy(assignment => RankOf(assignment.ReportType))
                .OrderBy(group => group.Key)
                .SelectMany(group => group.Chunk(FanOutTree.MaxChildren)),
        ];
    }

    /// <summary>
    /// How an assignment's deadline moves, or why it does not. It moves if the report was open when the outage was declared, and the outage
    /// lay, wholly or in part, between its opening and its <c>due</c>. A <c>due</c> that would have passed by then stays, and so does one that
    /// would pass what waits for the report.
    /// </summary>
    /// <param name="entries">The assignment's stream.</param>
    /// <param name="outage">The outage.</param>
    /// <param name="waiting">The reports that wait for this one, with their instants after the outage.</param>
    public static (AssignmentEvent.DueExtended? Moved, OutageStay Why) Move(
        IReadOnlyList<Entry> entries,
        Outage outage,
        IReadOnlyList<WaitingReport> waiting
    )
    {
        var state = AssignmentState.Of(entries);
        if (Stays(entries, state, outage) is { } why)
        {
            return (null, why);
        }
        var current = state.Current!;
        var due = current.DueInForce.MovedBy(outage.Hours);
        return due.HasPassed(outage.DeclaredAt) ? (null, OutageStay.DueBefore)
            : waiting.Any(report => !report.AllowsDue(due)) ? (null, OutageStay.WaitedFor)
            : (
                new AssignmentEvent.DueExtended(
                    current.Number,
                    current.DueInForce,
                    due,
                    due.IsAfter(current.Closes) ? due : current.Closes,
                    outage.By,
                    outage.Reason,
                    outage.Window
                ),
                default
            );
    }

    private static OutageStay? Stays(
        IReadOnlyList<Entry> entries,
        AssignmentState state,
        Outage outage
    ) =>
        state switch
        {
            _ when outage.Hours == 0 => OutageStay.PlanMovesNone,
            { Exemption: not null } => OutageStay.Exempt,
            { Current: null } => OutageStay.NotYetOpen,
            { Current: var current } when !current.IsOpen(outage.DeclaredAt) => OutageStay.Closed,
            { Current: var current } when OpenedAt(entries, current) >= outage.Window.To =>
                OutageStay.NotYetOpen,
            { Current: var current } when current.DueInForce.HasPassed(outage.Window.From) =>
                OutageStay.DueBefore,
            _ => null,
        };

    private static DateTimeOffset OpenedAt(IReadOnlyList<Entry> entries, Window window) =>
        entries
            .First(entry =>
                entry.Event is AssignmentEvent.Opened opened && opened.Window == window.Number
            )
            .RecordedAt;
}

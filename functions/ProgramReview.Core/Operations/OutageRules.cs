using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <summary>Decides whether an outage may be declared, and which deadlines it moves. Like any extension it judges nothing anew.</summary>
public static class OutageRules
{
    /// <summary>Why the outage cannot be declared, or null.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="window">From when until when.</param>
    /// <param name="reason">What was the matter.</param>
    /// <param name="now">The present.</param>
    public static Refusal? RefuseDeclare(
        CycleState cycle,
        OutageWindow window,
        string reason,
        DateTimeOffset now
    ) =>
        CommandRules.RefuseReason(reason)
        ?? CommandRules.RefuseChange(cycle)
        ?? (
            window.From >= window.To ? Refusal.Unfit("outage-backwards", "to")
            : window.To > now ? Refusal.Unfit("outage-ahead", "to")
            // The same hours would move deadlines twice.
            : cycle.Outages.FirstOrDefault(one => one.Window.Overlaps(window)) is { } other
                ? Refusal.Conflict("outage-overlaps", by: other.By)
            : null
        );

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

using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Uploading;

/// <summary>A report that operations sent back, as its body is told.</summary>
/// <param name="By">Who returned it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">What is to be mended, in their words.</param>
/// <param name="Items">The same in detail; empty if the reason says it all.</param>
public sealed record ReturnedReport(
    string By,
    DateTimeOffset At,
    string Reason,
    IReadOnlyList<ReturnItem> Items
)
{
    /// <summary>The return that is to be answered: as long as something of what it named has not come again; or null.</summary>
    /// <param name="cycle">The cycle's stream: a return after the close stands there.</param>
    /// <param name="assignment">The assignment.</param>
    /// <param name="entries">Its stream.</param>
    public static ReturnedReport? Of(
        EventStream cycle,
        AssignmentId assignment,
        EventStream entries
    ) =>
        entries.Assignment.Current is { Outcome: null } current
            ? InWindow(entries, current.Number)
                ?? AfterClose(cycle, assignment, entries, current.Number)
            : null;

    private static ReturnedReport? InWindow(EventStream entries, int window)
    {
        var asked = entries.LastOrDefault(entry =>
            entry.Event is AssignmentEvent.ReturnAsked one && one.Window == window
        );
        if (asked?.Event is not AssignmentEvent.ReturnAsked order)
        {
            return null;
        }
        var since = entries
            .Where(entry => entry.Sequence > asked.Sequence)
            .Select(entry => entry.Event)
            .OfType<AssignmentEvent.SubmissionRecorded>()
            .Select(one => one.Submission.Part);
        return order.Parts.Except(since).Any()
            ? new ReturnedReport(order.By, asked.RecordedAt, order.Reason, order.Items ?? [])
            : null;
    }

    private static ReturnedReport? AfterClose(
        EventStream cycle,
        AssignmentId assignment,
        EventStream entries,
        int window
    )
    {
        var reopened = cycle.LastOrDefault(entry =>
            entry.Event is CycleEvent.Reopened { Cause: OpeningCause.Returned } one
            && one.Assignment == assignment
            && one.Window == window
        );
        return reopened?.Event is CycleEvent.Reopened order && entries.Assignment.Awaited().Any()
            ? new ReturnedReport(order.By, reopened.RecordedAt, order.Reason, order.Items ?? [])
            : null;
    }
}

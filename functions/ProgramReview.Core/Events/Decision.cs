using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>Where something that a person of operations decided stands on record.</summary>
/// <param name="At">When.</param>
/// <param name="Stream">In which stream.</param>
/// <param name="Sequence">Which entry.</param>
public sealed record Decision(DateTimeOffset At, StreamId Stream, long Sequence)
{
    /// <summary>So many are kept and shown.</summary>
    public const int Most = 20;

    /// <summary>The newest decisions of a stream, newest first.</summary>
    public static IReadOnlyList<Decision> In(IEnumerable<Entry> entries) =>
        Newest(
            entries
                .Where(entry => Is(entry.Event))
                .Select(entry => new Decision(entry.RecordedAt, entry.Stream, entry.Sequence))
        );

    /// <summary>The newest of many, newest first.</summary>
    public static IReadOnlyList<Decision> Newest(IEnumerable<Decision> decisions) =>
        [
            .. decisions
                .OrderByDescending(decision => decision.At)
                .ThenBy(decision => decision.Stream.Value, StringComparer.Ordinal)
                .ThenByDescending(decision => decision.Sequence)
                .Take(Most),
        ];

    /// <summary>Whether an event is a person's decision about a process or a report; an outage is one, and so is what came of it, however many deadlines it moved.</summary>
    public static bool Is(Event @event) =>
        @event
            is AssignmentEvent.DueExtended { Outage: null }
                or AssignmentEvent.Admitted
                or AssignmentEvent.Overruled
                or AssignmentEvent.Explained { By: not null }
                or AssignmentEvent.Exempted
                or AssignmentEvent.ReturnAsked
                or AssignmentEvent.Reminded
                or AssignmentEvent.LinksReissued
                or CycleEvent.Reopened
                or CycleEvent.RetryOrdered
                or CycleEvent.ResendOrdered
                or CycleEvent.DutyPassed
                or CycleEvent.AccessCodeIssued
                or CycleEvent.ContactErased
                or CycleEvent.SeatPassed
                or CycleEvent.MeetingRecorded
                or CycleEvent.SeatsConfirmed
                or CycleEvent.OutageDeclared
                or CycleEvent.OutageApplied
                or CycleEvent.NextStepChosen
                or CycleEvent.Ended { By: not null };
}

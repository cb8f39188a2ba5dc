using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Status;

/// <summary>Something a person of operations decided, as it stands on record.</summary>
/// <param name="At">When.</param>
/// <param name="Assignment">The assignment, or null for the cycle.</param>
/// <param name="Event">What: the person, the reason, old and new instant are in it.</param>
/// <param name="StoryPath">The story it belongs to, or null for whoever may not open it.</param>
public sealed record StatusDecision(
    DateTimeOffset At,
    AssignmentId? Assignment,
    Event Event,
    string? StoryPath
)
{
    /// <summary>Whether an event is a person's decision about a process or a report; an outage is one, however many deadlines it moves.</summary>
    public static bool Is(Event @event) =>
        @event
            is AssignmentEvent.DueExtended { Outage: null }
                or AssignmentEvent.Admitted
                or AssignmentEvent.Exempted
                or AssignmentEvent.ReturnAsked
                or AssignmentEvent.Reminded
                or AssignmentEvent.LinksReissued
                or CycleEvent.Reopened
                or CycleEvent.RetryOrdered
                or CycleEvent.ResendOrdered
                or CycleEvent.DutyPassed
                or CycleEvent.ContactErased
                or CycleEvent.OutageDeclared
                or CycleEvent.NextStepChosen
                or CycleEvent.Ended { By: not null };
}

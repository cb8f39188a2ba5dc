namespace ProgramReview.Core.Events;

/// <summary>A duty to report that passed to another person, as it stands on record.</summary>
/// <param name="Event">What was written.</param>
/// <param name="Sequence">Its entry in the cycle's stream.</param>
/// <param name="Key">Its occasion; also the name under which the new contact is kept.</param>
/// <param name="At">When it was written.</param>
public sealed record Handover(
    CycleEvent.DutyPassed Event,
    long Sequence,
    string Key,
    DateTimeOffset At
)
{
    internal Handover(CycleEvent.DutyPassed @event, Entry entry)
        : this(@event, entry.Sequence, entry.Key, entry.RecordedAt) { }
}

namespace ProgramReview.Core.Events;

/// <summary>A dossier that does not hold any more, as it stands on record.</summary>
/// <param name="Event">What was written.</param>
/// <param name="At">When.</param>
public sealed record Voiding(CycleEvent.RoundVoided Event, DateTimeOffset At)
{
    /// <summary>
    /// So long the next dossier waits: orders that belong together are given one after the other, and approvers are not asked about what the next
    /// order makes void again.
    /// </summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(15);
}

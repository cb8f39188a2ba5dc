using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Events;

/// <summary>A dossier that was published, as it stands on record.</summary>
/// <param name="Edition">Which edition it is, from 1.</param>
/// <param name="Round">The round that approved it.</param>
/// <param name="Event">What was written.</param>
/// <param name="Entry">Its entry in the cycle's chain.</param>
/// <param name="At">When.</param>
public sealed record Publication(
    int Edition,
    int Round,
    CycleEvent.Published Event,
    long Entry,
    DateTimeOffset At
)
{
    /// <summary>The dossier's identity.</summary>
    public string DossierHash => Event.DossierHash;

    /// <summary>Until when late truth leads to an edition; null: the cycle ends at once.</summary>
    public Deadline? OpenUntil => Event.OpenUntil;
}

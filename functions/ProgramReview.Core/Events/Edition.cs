namespace ProgramReview.Core.Events;

/// <summary>An edition of the dossier that was opened after a publication, as it stands on record.</summary>
/// <param name="Event">What was written.</param>
/// <param name="FirstRound">The number of its first round.</param>
/// <param name="At">When it was opened.</param>
public sealed record Edition(CycleEvent.EditionOpened Event, int FirstRound, DateTimeOffset At)
{
    /// <summary>Its number, from 2; one that was given up keeps it.</summary>
    public int Number => Event.Number;
}

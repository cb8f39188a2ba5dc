namespace ProgramReview.Local.Rehearsal.People;

/// <summary>How approvers behave.</summary>
public sealed record ApproverHabits
{
    /// <summary>The share of approvers who do not answer.</summary>
    public double Silent { get; init; }

    /// <summary>When they answer, between the opening of the round and its close.</summary>
    public Stretch Decides { get; init; } = new(0.05, 0.4);

    /// <summary>In so many rounds, from the first, one of them asks for changes.</summary>
    public int RoundsOfChanges { get; init; } = 1;

    /// <summary>Whether they answer in office hours, where the round leaves room for it.</summary>
    public bool OfficeHours { get; init; } = true;

    /// <summary>If set, everybody answers so shortly before the close instead.</summary>
    public TimeSpan? WithinLast { get; init; }
}

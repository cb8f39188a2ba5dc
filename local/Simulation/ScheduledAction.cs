namespace ProgramReview.Local.Simulation;

/// <summary>Something that somebody or something outside the product does at an instant.</summary>
/// <param name="At">When.</param>
/// <param name="Name">What, the same in every run that comes to it.</param>
/// <param name="Do">Does it.</param>
internal sealed record ScheduledAction(DateTimeOffset At, string Name, Func<Task> Do)
{
    /// <summary>Whether it needs storage only, and so happens even while nothing of the product runs.</summary>
    public bool IsOutside { get; init; }

    /// <summary>Whether a person does it, so that a shrunken run may go without.</summary>
    public bool IsAct { get; init; }

    /// <summary>How often it is tried again when the product does not answer.</summary>
    public int Tries { get; init; } = 5;
}

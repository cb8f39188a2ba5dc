namespace ProgramReview.Local.Rehearsal.People;

/// <summary>A stretch of a window of time, as shares of it: 0 is its beginning, 1 its end.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
public readonly record struct Stretch(double From, double To)
{
    /// <summary>Whether it lies within the window and runs forward.</summary>
    public bool IsWhole => From is >= 0 and <= 1 && To is >= 0 and <= 1 && From <= To;
}

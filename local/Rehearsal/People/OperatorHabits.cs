namespace ProgramReview.Local.Rehearsal.People;

/// <summary>How operators behave.</summary>
public sealed record OperatorHabits
{
    /// <summary>The share of extensions asked for that are granted.</summary>
    public double Grants { get; init; } = 0.7;

    /// <summary>By how much a due instant is moved.</summary>
    public TimeSpan ExtendsBy { get; init; } = TimeSpan.FromDays(2);

    /// <summary>How long after an expired round they choose what comes next.</summary>
    public TimeSpan ChoosesAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>So many expired rounds are opened again; after the next one the cycle is ended.</summary>
    public int OpensAgain { get; init; } = 2;
}

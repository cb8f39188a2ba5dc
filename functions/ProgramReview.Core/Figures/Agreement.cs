namespace ProgramReview.Core.Figures;

/// <summary>Whether a body's own figure and that of those below it can both be true.</summary>
public enum Agreement
{
    /// <summary>Nobody can say: one of the two is missing or not whole.</summary>
    Open,

    /// <summary>Within rounding they are the same.</summary>
    Agrees,

    /// <summary>No rounding explains the difference.</summary>
    Differs,
}

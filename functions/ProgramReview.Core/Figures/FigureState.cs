namespace ProgramReview.Core.Figures;

/// <summary>What a body that is asked for a figure makes of it.</summary>
public enum FigureState
{
    /// <summary>It tells a value.</summary>
    Given,

    /// <summary>It tells none and says why.</summary>
    Excused,

    /// <summary>It tells none and does not say why.</summary>
    Blank,

    /// <summary>None of its reports counts.</summary>
    Missing,

    /// <summary>A person released it.</summary>
    Exempt,
}

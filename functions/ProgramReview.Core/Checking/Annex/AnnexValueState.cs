namespace ProgramReview.Core.Checking.Annex;

/// <summary>What stands where a body is asked for a value.</summary>
public enum AnnexValueState
{
    /// <summary>A number.</summary>
    Given,

    /// <summary>Nothing, or a word that says so.</summary>
    Missing,

    /// <summary>Something that is no number.</summary>
    NotANumber,

    /// <summary>Digits that could be two numbers.</summary>
    Ambiguous,

    /// <summary>A day, into which a program may have turned a number.</summary>
    Date,

    /// <summary>A formula without a result.</summary>
    NotComputed,

    /// <summary>An error of the program.</summary>
    Error,
}

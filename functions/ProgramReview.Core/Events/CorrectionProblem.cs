namespace ProgramReview.Core.Events;

/// <summary>Why a correction is not taken.</summary>
public enum CorrectionProblem
{
    /// <summary>There is no entry of this number.</summary>
    EntryUnknown,

    /// <summary>It does not say what is right.</summary>
    TextMissing,

    /// <summary>It gives no reason.</summary>
    ReasonMissing,

    /// <summary>What is right, or the reason, is longer than an entry should be.</summary>
    TooLong,
}

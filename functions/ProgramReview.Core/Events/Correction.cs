using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>
/// What a person says is wrong in an earlier entry. The entry stays as it is; the correction is a new one that points to it, and changes no
/// judgement by itself.
/// </summary>
/// <param name="Sequence">The entry corrected.</param>
/// <param name="Text">What is right.</param>
/// <param name="By">Who says so.</param>
/// <param name="Reason">Why.</param>
public sealed record Correction(long Sequence, string Text, string By, string Reason)
{
    /// <summary>The most characters of each text.</summary>
    public const int MaxLength = 2000;

    /// <summary>Why it is not taken, or null if it is.</summary>
    /// <param name="entries">The stream it is about.</param>
    public CorrectionProblem? Check(IReadOnlyList<Entry> entries) =>
        entries.All(entry => entry.Sequence != Sequence) ? CorrectionProblem.EntryUnknown
        : HumanText.IsBlank(Text) ? CorrectionProblem.TextMissing
        : HumanText.IsBlank(Reason) ? CorrectionProblem.ReasonMissing
        : Text.Length > MaxLength || Reason.Length > MaxLength ? CorrectionProblem.TooLong
        : null;
}

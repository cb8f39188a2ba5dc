using ProgramReview.Core.Audit;
using ProgramReview.Core.Deadlines;

namespace ProgramReview.Local.Rehearsal;

/// <summary>The words of a rehearsal's report; it speaks English, to those who prepare a plan.</summary>
internal static class Words
{
    public static string Of(TimelinessVerdict verdict) =>
        verdict switch
        {
            TimelinessVerdict.OnTime => "on time",
            TimelinessVerdict.Late => "late",
            TimelinessVerdict.Refused => "refused",
            _ => throw new ArgumentOutOfRangeException(
                nameof(verdict),
                verdict,
                "Unknown verdict."
            ),
        };

    public static string Of(DecisionVerdict verdict) =>
        verdict switch
        {
            DecisionVerdict.Approve => "approved",
            DecisionVerdict.RequestChanges => "asked for changes",
            DecisionVerdict.Reject => "rejected",
            _ => throw new ArgumentOutOfRangeException(
                nameof(verdict),
                verdict,
                "Unknown verdict."
            ),
        };
}

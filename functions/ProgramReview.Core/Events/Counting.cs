using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Events;

/// <summary>
/// Decides which submission of one part counts: in the newest window that has an acceptable one, the newest on time, else the newest late one.
/// A late version therefore replaces one on time only after a reopening.
/// </summary>
public static class Counting
{
    /// <summary>The submission that stands for the report; null if none is acceptable.</summary>
    public static Submission? Choose(IReadOnlyList<Submission> submissions) =>
        submissions
            .Where(CanCount)
            .OrderByDescending(submission => submission.Window)
            .ThenBy(submission => submission.Judgement.Verdict)
            .ThenByDescending(submission => submission.Judgement.Committed)
            .ThenByDescending(submission => submission.BlobName, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>How the part's first window with a counting report stood to time; it stands whatever follows.</summary>
    public static TimelinessVerdict? FirstTimeliness(IReadOnlyList<Submission> submissions) =>
        submissions
            .Where(CanCount)
            .OrderBy(submission => submission.Window)
            .ThenBy(submission => submission.Judgement.Verdict)
            .FirstOrDefault()
            ?.Judgement.Verdict;

    private static bool CanCount(Submission submission) =>
        submission.IsAcceptable && submission.Judgement.Verdict != TimelinessVerdict.Refused;
}

using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Events;

/// <summary>One part of an assignment, which counts by itself over all windows.</summary>
/// <param name="Code">The part's code.</param>
/// <param name="IsRequired">Whether the report is accepted only with it.</param>
/// <param name="Submissions">What came for it, in the order it was recorded.</param>
public sealed record PartState(string Code, bool IsRequired, IReadOnlyList<Submission> Submissions)
{
    /// <summary>The submission that counts, or null.</summary>
    public Submission? Counting => Events.Counting.Choose(Submissions);

    /// <summary>How the part stands to time for ever: as its first counting version did; null without one.</summary>
    public TimelinessVerdict? Timeliness => Events.Counting.FirstTimeliness(Submissions);

    /// <summary>The version recorded last, or null.</summary>
    public Submission? Newest => Submissions is [.., var last] ? last : null;

    /// <summary>The first version that could count as far as its content goes, or null.</summary>
    public Submission? FirstAcceptable =>
        Submissions.FirstOrDefault(submission => submission.IsAcceptable);

    /// <summary>Whether something came and none of it can count.</summary>
    public bool IsUnusable =>
        Counting is null && Submissions.Any(submission => !submission.IsBeingChecked);

    /// <summary>Whether none of it counts, and the newest only because nobody could look at it in time.</summary>
    public bool IsUndecided => Counting is null && Newest is { IsUndecided: true };
}

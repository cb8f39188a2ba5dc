namespace ProgramReview.Core.Events;

/// <summary>The questions that a window leaves open.</summary>
public static class OpenQueries
{
    /// <summary>The queries about what came in the current window that nobody has explained, each with its file.</summary>
    public static IEnumerable<(Submission Submission, Finding Query)> UnexplainedNow(
        this AssignmentState state
    ) => state.Unexplained().Where(one => one.Submission.Window == state.Current?.Number);
}

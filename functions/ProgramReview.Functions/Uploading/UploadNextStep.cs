using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Uploading;

/// <summary>Which sentence says what to do next on the upload page.</summary>
public static class UploadNextStep
{
    /// <summary>The key of the sentence: <c>upload.next.*</c>.</summary>
    /// <param name="window">How the window stands.</param>
    /// <param name="phase">How the report stands.</param>
    /// <param name="isUndecided">Whether all came, and what does not count does so only because nobody could look at it in time.</param>
    public static string Key(
        UploadWindow window,
        AssignmentPhase phase,
        bool isUndecided = false
    ) =>
        (window, phase) switch
        {
            (_, AssignmentPhase.Exempt) => "upload.next.exempt",
            (UploadWindow.Ended, _) => "upload.next.ended",
            _ when isUndecided => "upload.next.undecided",
            (UploadWindow.Waiting, _) => "upload.next.waiting",
            (UploadWindow.Closed or UploadWindow.Correcting, AssignmentPhase.BeingChecked) =>
                "upload.next.closed-checking",
            (UploadWindow.Correcting, _) => "upload.next.correcting",
            (UploadWindow.Closed, AssignmentPhase.OnTime or AssignmentPhase.Late) =>
                "upload.next.closed-received",
            (UploadWindow.Closed, _) => "upload.next.closed-missing",
            (UploadWindow.Open, AssignmentPhase.BeingChecked) => "upload.next.checking",
            (UploadWindow.Open, AssignmentPhase.ToMend) => "upload.next.to-mend",
            (UploadWindow.Open, AssignmentPhase.Reopened) => "upload.next.reopened",
            (UploadWindow.Open, AssignmentPhase.OnTime or AssignmentPhase.Late) =>
                "upload.next.done",
            (UploadWindow.Open, _) => "upload.next.open",
            (UploadWindow.Late, AssignmentPhase.BeingChecked) => "upload.next.checking-late",
            (UploadWindow.Late, AssignmentPhase.OnTime) => "upload.next.done-on-time",
            (UploadWindow.Late, AssignmentPhase.Late) => "upload.next.done-late",
            (UploadWindow.Late, AssignmentPhase.ToMend) => "upload.next.to-mend-late",
            (UploadWindow.Late, _) => "upload.next.late",
            _ => throw new ArgumentOutOfRangeException(nameof(window), window, null),
        };
}

namespace ProgramReview.Core.Requesting;

/// <summary>What a report's process has already done; lives in the orchestration and survives its renewal.</summary>
/// <param name="Requested">Whether the requests went out.</param>
/// <param name="RemindersDone">How many reminders before the <c>due</c> in force are behind.</param>
/// <param name="DueSeen">Whether the look at the due instant was made.</param>
/// <param name="CloseSeen">Whether the look at the closing instant was made.</param>
/// <param name="StageRung">Whether later stages were told that this one is settled.</param>
/// <param name="CorrectionsSeen">Whether the look at the end of corrections was made.</param>
/// <param name="CloseTold">Whether the body was told what the close left open.</param>
public sealed record ReportProgress(
    bool Requested,
    int RemindersDone,
    bool DueSeen,
    bool CloseSeen,
    bool StageRung,
    bool CorrectionsSeen = false,
    bool CloseTold = false
)
{
    /// <summary>A window about which nothing has been done yet: not opened, nobody mailed.</summary>
    public static readonly ReportProgress Start = new(false, 0, false, false, false);
}

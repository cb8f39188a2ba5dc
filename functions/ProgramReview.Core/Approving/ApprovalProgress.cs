namespace ProgramReview.Core.Approving;

/// <summary>What a round's process has already done.</summary>
/// <param name="Asked">Whether the approvers were asked.</param>
/// <param name="RemindersDone">How many reminders are behind.</param>
public sealed record ApprovalProgress(bool Asked, int RemindersDone)
{
    /// <summary>A round about which nothing has been done yet: nobody is asked, no reminder is sent.</summary>
    public static readonly ApprovalProgress Start = new(false, 0);
}

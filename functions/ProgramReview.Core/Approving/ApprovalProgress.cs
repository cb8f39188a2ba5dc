namespace ProgramReview.Core.Approving;

/// <summary>What a round's process has already done.</summary>
/// <param name="Asked">The last stage whose members were asked; 0 before the first.</param>
/// <param name="RemindersDone">How many of its reminders are behind.</param>
public sealed record ApprovalProgress(int Asked, int RemindersDone)
{
    /// <summary>A round about which nothing has been done yet: nobody is asked, no reminder is sent.</summary>
    public static readonly ApprovalProgress Start = new(0, 0);
}

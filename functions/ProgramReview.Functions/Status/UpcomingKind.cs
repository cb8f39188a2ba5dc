namespace ProgramReview.Functions.Status;

/// <summary>What can happen next by itself.</summary>
public enum UpcomingKind
{
    /// <summary>Reports open, at the latest.</summary>
    Opens,

    /// <summary>Reminders go out to those who have not sent.</summary>
    Reminder,

    /// <summary>Reports fall due.</summary>
    Due,

    /// <summary>Reports close.</summary>
    Closes,

    /// <summary>Approvers who have not decided are reminded.</summary>
    DecisionReminder,

    /// <summary>The approval round expires.</summary>
    RoundCloses,
}

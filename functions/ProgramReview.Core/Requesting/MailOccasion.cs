using System.Text.Json.Serialization;

namespace ProgramReview.Core.Requesting;

/// <summary>Why the contacts of an assignment get mail from its process.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailOccasion>))]
public enum MailOccasion
{
    /// <summary>The window opened.</summary>
    Request,

    /// <summary>A reminder of the plan is due.</summary>
    Reminder,

    /// <summary>The due instant passed.</summary>
    Overdue,

    /// <summary>The window closed, all that came was looked at, and something can still be corrected or stayed unexplained.</summary>
    Closed,
}

using System.Text.Json.Serialization;

namespace ProgramReview.Functions.Mail;

/// <summary>The mails the product sends; each has one template.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailKind>))]
public enum MailKind
{
    /// <summary>A report is asked for.</summary>
    Request,

    /// <summary>A report is still missing before it is due.</summary>
    Reminder,

    /// <summary>A report is overdue and can still be sent, late.</summary>
    Overdue,

    /// <summary>A submission was recorded, with what was found.</summary>
    Received,

    /// <summary>An attempt to send a report was refused before any byte was stored.</summary>
    Refused,

    /// <summary>Approvers asked for changes; the assignment is open again.</summary>
    ChangesAsked,

    /// <summary>Operations sent a report back to be mended and sent again.</summary>
    Returned,

    /// <summary>Operations moved the deadline.</summary>
    Extended,

    /// <summary>Operations let a body send after the close; the report will be late.</summary>
    LateAllowed,

    /// <summary>Operations admitted a stored report that came after the close; it is late.</summary>
    Admitted,

    /// <summary>Operations released the body from the report.</summary>
    Exempted,

    /// <summary>The duty to report passed to the receiver; with how the report stands.</summary>
    DutyTaken,

    /// <summary>The duty to report passed from the receiver to somebody else.</summary>
    DutyPassed,

    /// <summary>An approver is asked to decide.</summary>
    DecisionRequest,

    /// <summary>An approver has not decided yet.</summary>
    DecisionReminder,

    /// <summary>An approval round expired; operations decide what next.</summary>
    RoundExpired,

    /// <summary>The dossier is published.</summary>
    Published,

    /// <summary>The cycle ended without publication.</summary>
    Ended,

    /// <summary>A fresh link, asked for by whoever holds an old one.</summary>
    FreshLink,

    /// <summary>An anchor of the record, for auditors to hold outside the system.</summary>
    Anchored,
}

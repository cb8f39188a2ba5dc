namespace ProgramReview.Functions.Mail;

/// <summary>A rendered mail on its way out; exists only while it is being sent, since it holds addresses and links.</summary>
/// <param name="Id">The outbox id, handed to the provider as the message id so that a repeat can be recognised.</param>
/// <param name="FromName">The sender's name.</param>
/// <param name="FromAddress">The sender's address.</param>
/// <param name="ToName">The receiver's name.</param>
/// <param name="ToAddress">The receiver's registered address.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Text">The plain-text body.</param>
/// <param name="Html">The HTML body.</param>
/// <param name="LanguageTag">BCP 47 tag of the language, for example <c>vi</c>.</param>
public sealed record OutgoingMail(
    string Id,
    string FromName,
    string FromAddress,
    string ToName,
    string ToAddress,
    string Subject,
    string Text,
    string Html,
    string LanguageTag
)
{
    /// <summary>Who gets the answers, or null: the sender.</summary>
    public MailAddressee? ReplyTo { get; init; }

    /// <summary>The files that go with it: a receipt, or none.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}

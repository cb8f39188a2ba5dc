namespace ProgramReview.Local.Host.Mailbox;

/// <summary>A mail that the product sent, as the local mailbox keeps it.</summary>
internal sealed record StoredMail(
    string Id,
    DateTimeOffset Date,
    MailAddress From,
    MailAddress To,
    string Subject,
    string Text,
    string Html,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyList<StoredFile>? Files = null
);

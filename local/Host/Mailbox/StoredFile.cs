namespace ProgramReview.Local.Host.Mailbox;

/// <summary>A file that came with a mail.</summary>
internal sealed record StoredFile(string Name, string ContentType, byte[] Content);

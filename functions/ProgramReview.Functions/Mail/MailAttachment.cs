namespace ProgramReview.Functions.Mail;

/// <summary>A file that goes with a mail, whole in memory: receipts, a few kilobytes each.</summary>
/// <param name="FileName">What it is called.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record MailAttachment(
    string FileName,
    string ContentType,
    ReadOnlyMemory<byte> Content
);

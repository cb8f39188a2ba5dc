using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Receipts;

namespace ProgramReview.Functions.Uploading;

/// <summary>The receipt that a letter brings, to be kept.</summary>
internal static class ReceiptAttachment
{
    public static async Task<MailAttachment?> AttachmentOfAsync(
        this ReceiptBundles receipts,
        string? jws,
        CancellationToken cancellation
    ) =>
        jws is null
            ? null
            : new MailAttachment(
                ReceiptBundles.FileNameOf(SignedText.Parse(jws)),
                ReceiptBundle.ContentType,
                (await receipts.OfAsync(jws, cancellation)).ToBytes()
            );
}

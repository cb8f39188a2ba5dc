using ProgramReview.Functions.Mail;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Local.Rehearsal;

/// <summary>Takes every mail and hands it to the cast; keeps no contents, so that a large plan fits into memory.</summary>
public sealed class RehearsedPost : IMailSender
{
    private readonly Queue<ReceivedMail> arrived = new();

    /// <summary>How many mails went out.</summary>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        Count++;
        arrived.Enqueue(new ReceivedMail(mail.Id, mail.Text));
        return Task.FromResult(new MailOutcome(MailStatus.Accepted, mail.Id, null));
    }

    /// <summary>Whether a mail waits to be read.</summary>
    public bool HasMail => arrived.Count > 0;

    /// <summary>Takes out the mails that arrived since the last time, in order.</summary>
    public IReadOnlyList<ReceivedMail> Collect()
    {
        var mails = arrived.ToArray();
        arrived.Clear();
        return mails;
    }
}

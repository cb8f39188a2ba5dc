using System.Collections.Immutable;
using ProgramReview.Functions.Mail;

namespace ProgramReview.Local.InMemory;

/// <summary>Sends nothing and remembers every mail, in order.</summary>
public sealed class RecordingMailSender : IMailSender
{
    private ImmutableList<OutgoingMail> sent = [];

    /// <summary>Every mail that was accepted so far.</summary>
    public IReadOnlyList<OutgoingMail> Sent => Volatile.Read(ref sent);

    /// <summary>What the provider says; accepts everything unless a test says otherwise. May throw.</summary>
    public Func<OutgoingMail, MailOutcome> Answer { get; set; } =
        mail => new MailOutcome(MailStatus.Accepted, $"memory-{mail.Id}", Detail: null);

    /// <inheritdoc/>
    public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var outcome = Answer(mail);
        if (outcome.Status == MailStatus.Accepted)
        {
            ImmutableInterlocked.Update(ref sent, (all, next) => all.Add(next), mail);
        }
        return Task.FromResult(outcome);
    }
}

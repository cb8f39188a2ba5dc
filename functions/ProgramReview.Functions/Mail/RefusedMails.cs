using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Mail;

/// <summary>Sends again what a provider refused, once a person says that the reason is mended.</summary>
public sealed class RefusedMails(IOutbox outbox, MailDispatcher dispatcher)
{
    /// <summary>How many letters of a cycle were refused and are not sent.</summary>
    public async Task<int> CountAsync(CycleId cycle, CancellationToken cancellation) =>
        await outbox.ListAsync(cycle, cancellation).CountAsync(IsRefused, cancellation);

    /// <summary>Sends each of them again, with its own link and under its own id; may be repeated.</summary>
    /// <exception cref="AggregateException">Some could not be sent; they are tried again by themselves.</exception>
    public async Task ResendAsync(CycleRef cycle, CancellationToken cancellation)
    {
        var attempts = new Attempts(cancellation);
        await foreach (var mail in outbox.ListAsync(cycle.Cycle, cancellation))
        {
            if (IsRefused(mail))
            {
                await attempts.TryAsync(async () =>
                {
                    if (await outbox.ReleaseAsync(mail.Cycle, mail.Id, cancellation) is { } free)
                    {
                        await dispatcher.SendAsync(free, cancellation);
                    }
                });
            }
        }
        attempts.ThrowIfAnyFailed();
    }

    private static bool IsRefused(OutboxMail mail) =>
        mail.Outcome is { Status: MailStatus.Refused or MailStatus.SenderRefused };
}

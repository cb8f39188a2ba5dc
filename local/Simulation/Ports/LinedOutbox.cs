using System.Runtime.CompilerServices;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Mail;
using ProgramReview.Local.Simulation.Truth;

namespace ProgramReview.Local.Simulation.Ports;

/// <summary>The outbox behind a line.</summary>
internal sealed class LinedOutbox(IOutbox inner, Line line, Ledger ledger) : IOutbox
{
    public Task<OutboxMail> AddAsync(OutboxMail mail, CancellationToken cancellation)
    {
        ledger.AttemptBegins(mail.Id);
        return line.WriteAsync(
            $"put {Plain.Mail(mail.Id)} into the outbox",
            () => inner.AddAsync(mail, cancellation)
        );
    }

    public Task<MailOutcome> SetOutcomeAsync(
        CycleId cycle,
        string id,
        MailOutcome outcome,
        DateTimeOffset at,
        CancellationToken cancellation
    ) =>
        line.WriteAsync(
            $"set outcome of {Plain.Mail(id)}",
            async () =>
            {
                var recorded = await inner.SetOutcomeAsync(cycle, id, outcome, at, cancellation);
                ledger.OutcomeRecorded(id);
                return recorded;
            }
        );

    public Task<OutboxMail?> ReleaseAsync(
        CycleId cycle,
        string id,
        CancellationToken cancellation
    ) =>
        line.WriteAsync(
            $"release {Plain.Mail(id)}",
            () => inner.ReleaseAsync(cycle, id, cancellation)
        );

    public async IAsyncEnumerable<OutboxMail> ListAsync(
        CycleId cycle,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var mails = await line.ReadAsync(
            "list outbox",
            async () => await inner.ListAsync(cycle, cancellation).ToListAsync(cancellation)
        );
        foreach (var mail in mails)
        {
            ledger.AttemptBegins(mail.Id);
            yield return mail;
        }
    }
}

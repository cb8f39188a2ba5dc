using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Watch;

/// <summary>The long look: every blob, every row of the index, all figures, and mails that were given up.</summary>
public sealed class DailyReconciler(
    Cycles cycles,
    ISubmissionStore submissions,
    SubmissionRecorder recorder,
    IndexRebuilder index,
    FigureWatch figures,
    IContactStore contacts,
    EraseHandler erasures,
    IOutbox outbox,
    MailDispatcher mails,
    MailNotes notes,
    FormAnswers answers,
    TimeProvider clock
)
{
    // Longer than the retries of whoever put a mail into the outbox: nobody is sending it any more.
    private static readonly TimeSpan GivenUp = TimeSpan.FromHours(3);

    // Two sweeps: what became of a mail and is not on record by then never had a reconciler that ran.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(2);

    // Long after whoever put a contact down has written the handover, or given up.
    private static readonly TimeSpan Unnamed = TimeSpan.FromDays(1);

    /// <summary>Looks at everything of every running cycle.</summary>
    /// <exception cref="AggregateException">Something could not be looked at; everything else was.</exception>
    public async Task LookAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var attempts = new Attempts(cancellation);
        foreach (var cycle in await cycles.ListRunningAsync(cancellation))
        {
            var id = cycle.Ref.Cycle;
            await attempts.EachAsync(
                submissions.ListAsync(BlobName.PrefixOf(id), cancellation),
                blob => recorder.RecordAsync(client, blob.Name, Channel.Reconciler, cancellation)
            );
            await attempts.TryAsync(() => index.RebuildAsync(id, cancellation));
            await attempts.TryAsync(() => figures.ProveAsync(client, cycle, cancellation));
            await attempts.TryAsync(() => EraseUnnamedAsync(cycle, cancellation));
            await attempts.TryAsync(() => erasures.FinishAsync(cycle, cancellation));
            await foreach (var mail in outbox.ListAsync(id, cancellation))
            {
                await attempts.TryAsync(() => LookAtAsync(mail, cancellation));
            }
        }
        await attempts.TryAsync(() => answers.EraseOldAsync(cancellation));
        attempts.ThrowIfAnyFailed();
    }

    private async Task LookAtAsync(OutboxMail mail, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (!mail.IsWaiting)
        {
            if (now - mail.OutcomeAt < Fresh)
            {
                await mails.SendAsync(mail, cancellation);
            }
            return;
        }
        if (now - mail.QueuedAt <= GivenUp)
        {
            return;
        }
        try
        {
            await mails.SendAgainAsync(mail, cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // Somebody else may have sent it meanwhile; the next look puts that on record.
            if ((await outbox.AddAsync(mail, cancellation)).IsWaiting)
            {
                await notes.WriteAsync(mail, MailResult.GivenUp, cancellation);
            }
            throw;
        }
    }

    // Kept for a handover that never came on record: a crash, or somebody was first.
    private async Task EraseUnnamedAsync(RunningCycle cycle, CancellationToken cancellation)
    {
        var named = cycle.State.NamedContacts.Select(contact => contact.Key).ToHashSet();
        foreach (var contact in await contacts.ListAsync(cycle.Ref.Cycle, cancellation))
        {
            if (!named.Contains(contact.Key) && clock.GetUtcNow() - contact.KeptAt > Unnamed)
            {
                await contacts.EraseAsync(contact.Cycle, contact.Key, cancellation);
            }
        }
    }
}

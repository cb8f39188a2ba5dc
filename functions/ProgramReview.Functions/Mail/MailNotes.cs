using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Mail;

/// <summary>
/// Puts on record what became of a mail, in the stream it is about: the assignment's, or the cycle's. What every contact gets at the end of
/// a cycle stands with the first assignment they were asked for, so that the cycle's own stream stays short.
/// </summary>
public sealed class MailNotes(Cycles cycles, Recorder recorder)
{
    /// <summary>
    /// Writes it once for a mail and a result; a repeated write adds nothing. Nobody gives up a mail whose outcome is on record.
    /// </summary>
    public async Task WriteAsync(OutboxMail mail, MailResult result, CancellationToken cancellation)
    {
        var key = KeyOf(mail, result);
        bool IsSettled(IReadOnlyList<Entry> entries) =>
            result == MailResult.GivenUp
            && entries.Any(entry =>
                entry.Key == KeyOf(mail, MailResult.Sent)
                || entry.Key == KeyOf(mail, MailResult.Refused)
            );
        var (kind, occasion) = (mail.Kind.ToString(), mail.Occasion);
        if (await AssignmentOfAsync(mail, cancellation) is { } assignment)
        {
            await recorder.WriteAsync(
                assignment.Stream,
                key,
                entries =>
                    IsSettled(entries)
                        ? null
                        : new AssignmentEvent.Mailed(kind, occasion, mail.Person, result),
                cancellation
            );
        }
        else
        {
            await recorder.WriteAsync(
                mail.Cycle.Stream,
                key,
                entries =>
                    IsSettled(entries)
                        ? null
                        : new CycleEvent.Mailed(kind, occasion, mail.Person, result),
                cancellation
            );
        }
    }

    private static string KeyOf(OutboxMail mail, MailResult result) => $"mail-{mail.Id}-{result}";

    private async Task<AssignmentId?> AssignmentOfAsync(
        OutboxMail mail,
        CancellationToken cancellation
    ) =>
        AssignmentId.TryParse(mail.Subject, null, out var about)
            ? about
            : (await cycles.FindAsync(mail.Cycle, cancellation))?.Plan.FirstAssignmentOf(
                mail.Person
            );
}

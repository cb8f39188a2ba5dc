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
    /// <param name="mail">The mail.</param>
    /// <param name="result">What became of it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="known">The assignment's stream if it was read for the mail.</param>
    public async Task WriteAsync(
        OutboxMail mail,
        MailResult result,
        CancellationToken cancellation,
        EventStream? known = null
    )
    {
        var key = KeyOf(mail, result);
        var assignment = await AssignmentOfAsync(mail, cancellation);
        var stream = assignment?.Stream ?? mail.Cycle.Stream;
        var (kind, occasion) = (mail.Kind, mail.Occasion);
        bool IsSettled(EventStream entries) =>
            result == MailResult.GivenUp
            && (
                entries.Find(KeyOf(mail, MailResult.Sent))
                ?? entries.Find(KeyOf(mail, MailResult.Refused))
            )
                is not null;
        Event? Decide(EventStream entries) =>
            IsSettled(entries) ? null
            : assignment is null ? new CycleEvent.Mailed(kind, occasion, mail.Person, result)
            : new AssignmentEvent.Mailed(kind, occasion, mail.Person, result);
        await (
            known is not null && known.Id == stream
                ? recorder.WriteAsync(known, key, Decide, cancellation)
                : recorder.WriteAsync(stream, key, Decide, cancellation)
        );
    }

    private static string KeyOf(OutboxMail mail, MailResult result) =>
        FailedLetter.KeyOf(mail.Id, result);

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

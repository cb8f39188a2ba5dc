using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Mail;

/// <summary>The table of mails, one row per person and occasion.</summary>
public interface IOutbox
{
    /// <summary>Puts a mail in unless its id exists.</summary>
    /// <returns>The row now in the table: this one, or the one that was there.</returns>
    Task<OutboxMail> AddAsync(OutboxMail mail, CancellationToken cancellation = default);

    /// <summary>Records the outcome of an attempt; a final outcome is never replaced.</summary>
    /// <param name="mail">The mail, as it was put in or found.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The outcome now on record: this one, or the one of whoever tried at the same time and was first.</returns>
    Task<MailOutcome> SetOutcomeAsync(
        OutboxMail mail,
        MailOutcome outcome,
        DateTimeOffset at,
        CancellationToken cancellation = default
    );

    /// <summary>Lets a mail that was refused go again: its outcome is forgotten; one with another outcome, or a later one, stays as it is.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="id">The mail.</param>
    /// <param name="by">Refusals up to this instant are forgotten.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The row now in the table, or null if there is none.</returns>
    Task<OutboxMail?> ReleaseAsync(
        CycleId cycle,
        string id,
        DateTimeOffset by,
        CancellationToken cancellation = default
    );

    /// <summary>A mail, or null.</summary>
    Task<OutboxMail?> FindAsync(CycleId cycle, string id, CancellationToken cancellation = default);

    /// <summary>The mails about one subject, in order of id.</summary>
    IAsyncEnumerable<OutboxMail> ListAboutAsync(
        CycleId cycle,
        string subject,
        CancellationToken cancellation = default
    );

    /// <summary>All mails of a cycle, in order of id.</summary>
    IAsyncEnumerable<OutboxMail> ListAsync(CycleId cycle, CancellationToken cancellation = default);
}

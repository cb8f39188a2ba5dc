using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Local.InMemory;

/// <summary>The outbox in memory.</summary>
public sealed class InMemoryOutbox : IOutbox
{
    private readonly ConcurrentDictionary<CycleId, SortedDictionary<string, OutboxMail>> cycles =
        new();

    /// <inheritdoc/>
    public Task<OutboxMail> AddAsync(OutboxMail mail, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var mails = MailsOf(mail.Cycle);
        lock (mails)
        {
            mails.TryAdd(TableKey.Checked(mail.Id), mail);
            return Task.FromResult(mails[mail.Id]);
        }
    }

    /// <inheritdoc/>
    public Task<MailOutcome> SetOutcomeAsync(
        OutboxMail mail,
        MailOutcome outcome,
        DateTimeOffset at,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var mails = MailsOf(mail.Cycle);
        lock (mails)
        {
            if (!mails.TryGetValue(TableKey.Checked(mail.Id), out var there))
            {
                throw new InvalidOperationException($"There is no mail {mail.Id} in {mail.Cycle}.");
            }
            if (there.Outcome is { IsFinal: true } known)
            {
                return Task.FromResult(known);
            }
            mails[mail.Id] = there with { Outcome = outcome, OutcomeAt = at };
        }
        return Task.FromResult(outcome);
    }

    /// <inheritdoc/>
    public Task<OutboxMail?> ReleaseAsync(
        CycleId cycle,
        string id,
        DateTimeOffset by,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var mails = MailsOf(cycle);
        lock (mails)
        {
            if (
                mails.TryGetValue(id, out var mail)
                && mail.Outcome?.Status == MailStatus.Refused
                && mail.OutcomeAt <= by
            )
            {
                mails[id] = mail with { Outcome = null, OutcomeAt = null };
            }
            return Task.FromResult(mails.GetValueOrDefault(id));
        }
    }

    /// <inheritdoc/>
    public Task<OutboxMail?> FindAsync(
        CycleId cycle,
        string id,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Find(cycle, id));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<OutboxMail> ListAboutAsync(
        CycleId cycle,
        string subject,
        CancellationToken cancellation = default
    ) =>
        ListAsync(cycle, cancellation)
            .Where(mail => mail.Id.StartsWith($"{subject}~", StringComparison.Ordinal));

    /// <inheritdoc/>
    public async IAsyncEnumerable<OutboxMail> ListAsync(
        CycleId cycle,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        await Task.CompletedTask;
        OutboxMail[] all;
        var mails = MailsOf(cycle);
        lock (mails)
        {
            all = [.. mails.Values];
        }
        foreach (var mail in all)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return mail;
        }
    }

    /// <summary>The cycles that have mails.</summary>
    public IEnumerable<CycleId> Cycles =>
        cycles.Keys.OrderBy(cycle => cycle.Value, StringComparer.Ordinal);

    /// <summary>The mail of this id, or null.</summary>
    public OutboxMail? Find(CycleId cycle, string id)
    {
        var mails = MailsOf(cycle);
        lock (mails)
        {
            return mails.GetValueOrDefault(id);
        }
    }

    private SortedDictionary<string, OutboxMail> MailsOf(CycleId cycle) =>
        cycles.GetOrAdd(cycle, _ => new(StringComparer.Ordinal));
}

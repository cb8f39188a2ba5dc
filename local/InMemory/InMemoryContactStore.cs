using System.Collections.Concurrent;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Local.InMemory;

/// <summary>Contacts in memory.</summary>
public sealed class InMemoryContactStore : IContactStore
{
    private readonly ConcurrentDictionary<(CycleId, string), KeptContact> contacts = [];

    /// <inheritdoc/>
    public Task<KeptContact> AddAsync(KeptContact contact, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(
            contacts.GetOrAdd((contact.Cycle, TableKey.Checked(contact.Key)), contact)
        );
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<KeptContact>> ListAsync(
        CycleId cycle,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<KeptContact>>([
            .. contacts
                .Values.Where(contact => contact.Cycle == cycle)
                .OrderBy(contact => contact.Key, StringComparer.Ordinal),
        ]);
    }

    /// <inheritdoc/>
    public Task EraseAsync(CycleId cycle, string key, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        contacts.TryRemove((cycle, TableKey.Checked(key)), out _);
        return Task.CompletedTask;
    }
}

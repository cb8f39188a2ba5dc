using System.Collections.Concurrent;
using ProgramReview.Functions.Storage;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Local.InMemory;

/// <summary>Links in memory.</summary>
public sealed class InMemoryLinkStore : ILinkStore
{
    private readonly ConcurrentDictionary<string, Link> links = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task AddAsync(Link link, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        links.TryAdd(TableKey.Checked(link.Id), link);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Link?> FindAsync(string id, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(links.GetValueOrDefault(TableKey.Checked(id)));
    }

    /// <inheritdoc/>
    public Task RevokeAsync(string id, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        // Nothing but this changes a link, so whoever loses the race finds it revoked.
        if (links.TryGetValue(TableKey.Checked(id), out var link))
        {
            links.TryUpdate(id, link with { Revoked = true }, link);
        }
        return Task.CompletedTask;
    }
}

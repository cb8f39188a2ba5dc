using System.Collections.Concurrent;
using ProgramReview.Functions.Events;

namespace ProgramReview.Local.InMemory;

/// <summary>The documents in memory.</summary>
public sealed class InMemoryDocumentStore : IDocumentStore
{
    private readonly ConcurrentDictionary<string, Document> documents = new(StringComparer.Ordinal);

    /// <summary>Called with every document that is brought: a large one leaves much behind from its making.</summary>
    public Action Brought { get; set; } = () => { };

    /// <inheritdoc/>
    public Task<bool> TryCreateAsync(
        string name,
        string contentType,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        Brought();
        // The caller may use its buffer again.
        return Task.FromResult(
            documents.TryAdd(name, new Document(contentType, content.ToArray()))
        );
    }

    /// <inheritdoc/>
    public Task<Document?> FindAsync(string name, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(documents.GetValueOrDefault(name));
    }
}

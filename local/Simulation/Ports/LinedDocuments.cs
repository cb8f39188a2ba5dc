using ProgramReview.Functions.Events;

namespace ProgramReview.Local.Simulation.Ports;

/// <summary>The documents behind a line.</summary>
internal sealed class LinedDocuments(IDocumentStore inner, Line line) : IDocumentStore
{
    public Task<bool> TryCreateAsync(
        string name,
        string contentType,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellation
    ) =>
        line.WriteAsync(
            $"store document {Plain.Document(name)}",
            () => inner.TryCreateAsync(name, contentType, content, cancellation)
        );

    public Task<Document?> FindAsync(string name, CancellationToken cancellation) =>
        line.ReadAsync(
            $"find document {Plain.Document(name)}",
            () => inner.FindAsync(name, cancellation)
        );
}

namespace ProgramReview.Functions.Events;

/// <summary>The container of what the product itself writes: plans, manifests, dossiers. Written once under a name, never changed.</summary>
public interface IDocumentStore
{
    /// <summary>Writes a document unless one of this name exists; equal or not, the first stays.</summary>
    /// <param name="name">For example <c>plans/ab12...yaml</c>.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Whether this call wrote it.</returns>
    Task<bool> TryCreateAsync(
        string name,
        string contentType,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellation = default
    );

    /// <summary>
    /// Writes a document while it is made, unless one of this name exists. It is there once it is whole: nobody finds a half of it, also if
    /// its making fails.
    /// </summary>
    /// <param name="name">For example <c>dossiers/2024/ab12.../everybody/vi.docx</c>.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="write">Writes it, forward; stopped when somebody else was first.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Whether this call wrote it.</returns>
    Task<bool> TryCreateAsync(
        string name,
        string contentType,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellation = default
    );

    /// <summary>Opens a document to be read from any place of it, or null if there is none.</summary>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellation = default);

    /// <summary>Reads a document, or null if there is none.</summary>
    Task<Document?> FindAsync(string name, CancellationToken cancellation = default);
}

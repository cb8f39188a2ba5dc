using System.Runtime.CompilerServices;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Local.Simulation.Ports;

/// <summary>The submissions behind a line.</summary>
/// <param name="inner">The store.</param>
/// <param name="line">The line.</param>
/// <param name="committed">Called when bytes are stored, whether the caller hears of it or not.</param>
internal sealed class LinedSubmissions(
    ISubmissionStore inner,
    Line line,
    Action<string, byte[]> committed
) : ISubmissionStore
{
    public Uri? Origin => inner.Origin;

    public Task<Uri> PermitAsync(
        string blobName,
        DateTimeOffset expires,
        CancellationToken cancellation
    ) =>
        line.ReadAsync(
            $"sign permission for {Plain.Blob(blobName)}",
            () => inner.PermitAsync(blobName, expires, cancellation)
        );

    public async Task<bool> TryCreateAsync(
        string blobName,
        Stream content,
        CancellationToken cancellation
    )
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        bytes.Position = 0;
        return await line.WriteAsync(
            $"store {Plain.Blob(blobName)}",
            async () =>
            {
                var isNew = await inner.TryCreateAsync(blobName, bytes, cancellation);
                if (isNew)
                {
                    committed(blobName, bytes.ToArray());
                }
                return isNew;
            }
        );
    }

    public Task<StoredBlob?> FindAsync(string blobName, CancellationToken cancellation) =>
        line.ReadAsync(
            $"look at {Plain.Blob(blobName)}",
            () => inner.FindAsync(blobName, cancellation)
        );

    public Task<Stream> HoldAsync(StoredBlob blob, CancellationToken cancellation) =>
        line.ReadAsync($"open {Plain.Blob(blob.Name)}", () => inner.HoldAsync(blob, cancellation));

    public Task<Stream> OpenAsync(string blobName, CancellationToken cancellation) =>
        line.ReadAsync(
            $"open {Plain.Blob(blobName)}",
            () => inner.OpenAsync(blobName, cancellation)
        );

    public async IAsyncEnumerable<StoredBlob> ListAsync(
        string prefix,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var all = await line.ReadAsync(
            "list submissions",
            async () => await inner.ListAsync(prefix, cancellation).ToListAsync(cancellation)
        );
        foreach (var blob in all)
        {
            yield return blob;
        }
    }
}

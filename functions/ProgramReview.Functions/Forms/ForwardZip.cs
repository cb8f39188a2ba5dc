using System.IO.Compression;

namespace ProgramReview.Functions.Forms;

/// <summary>
/// Writes a ZIP archive to whoever fetches it while it is made, without going back: what is written is gone from memory. The same content gives the
/// same bytes.
/// </summary>
internal sealed class ForwardZip : IAsyncDisposable
{
    // The first instant that a ZIP directory can name.
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Passage made = new();
    private readonly ZipArchive zip;
    private readonly Stream target;
    private readonly CancellationToken cancellation;

    /// <summary>Begins an archive.</summary>
    /// <param name="target">Whoever fetches it; only written forward.</param>
    /// <param name="cancellation">Stops it.</param>
    public ForwardZip(Stream target, CancellationToken cancellation)
    {
        zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true);
        (this.target, this.cancellation) = (target, cancellation);
    }

    /// <summary>Adds a file. All are packed, also where that saves nothing: what unpacks while it still receives knows no other end of a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="write">Writes it; calls the second argument now and then, so that what is written goes on.</param>
    public async Task AddAsync(string name, Func<Stream, Func<Task>, Task> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Never;
        await using (var stream = entry.Open())
        {
            await write(stream, GoOnAsync);
        }
        await GoOnAsync();
    }

    /// <summary>Adds a file that is there.</summary>
    public Task AddAsync(string name, byte[] content) =>
        AddAsync(
            name,
            (stream, _) =>
            {
                stream.Write(content);
                return Task.CompletedTask;
            }
        );

    /// <summary>Writes the directory at the end.</summary>
    public async ValueTask DisposeAsync()
    {
        zip.Dispose();
        await GoOnAsync();
        await made.DisposeAsync();
    }

    private Task GoOnAsync() => made.GoOnAsync(target, cancellation);

    // A ZIP archive is written by writes that do not wait, which a response does not take; it must not go back to what is gone.
    private sealed class Passage : MemoryStream
    {
        public override bool CanSeek => false;

        public async Task GoOnAsync(Stream target, CancellationToken cancellation)
        {
            await target.WriteAsync(GetBuffer().AsMemory(0, (int)Length), cancellation);
            SetLength(0);
        }
    }
}

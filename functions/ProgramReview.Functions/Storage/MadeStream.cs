using System.IO.Pipelines;

namespace ProgramReview.Functions.Storage;

/// <summary>
/// What somebody writes, for somebody who reads: made while it is read, never more than a little ahead. If its making fails, so does reading, before
/// the end is reached.
/// </summary>
internal sealed class MadeStream : ForwardStream
{
    private readonly Stream read;
    private readonly Task making;

    /// <summary>Begins to make it.</summary>
    /// <param name="write">Writes it; what is read by nobody any more is written to nowhere.</param>
    /// <param name="cancellation">Stops the making.</param>
    public MadeStream(Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        var pipe = new Pipe();
        read = pipe.Reader.AsStream();
        // On a thread of its own: who writes may do so without waiting, as a ZIP archive does.
        making = Task.Run(
            () => MakeAsync(pipe.Writer, write, cancellation),
            CancellationToken.None
        );
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        read.Read(buffer, offset, count);

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    ) => read.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc/>
    public override Task<int> ReadAsync(
        byte[] buffer,
        int offset,
        int count,
        CancellationToken cancellationToken
    ) => read.ReadAsync(buffer, offset, count, cancellationToken);

    /// <summary>Waits until nobody makes it any more.</summary>
    public override async ValueTask DisposeAsync()
    {
        await read.DisposeAsync();
        await making;
        await base.DisposeAsync();
    }

    private static async Task MakeAsync(
        PipeWriter writer,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellation
    )
    {
        try
        {
            await using var target = writer.AsStream(leaveOpen: true);
            await write(target, cancellation);
        }
        catch (Exception failure)
        {
            // The reader is told.
            await writer.CompleteAsync(failure);
            return;
        }
        await writer.CompleteAsync();
    }
}

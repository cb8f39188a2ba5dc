using System.Buffers.Binary;

namespace ProgramReview.Local.Host.Reading;

/// <summary>One message of blocks, read as a stream that ends with it.</summary>
internal sealed class BlockStream(Stream from, long most) : Stream
{
    private readonly byte[] head = new byte[sizeof(int)];
    private int left;
    private long read;
    private bool isOver;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        if (buffer.IsEmpty || isOver)
        {
            return 0;
        }
        if (left == 0)
        {
            await from.ReadExactlyAsync(head, cancellationToken);
            left = BinaryPrimitives.ReadInt32LittleEndian(head);
            read += left;
            isOver = left == 0;
            if (left is < 0 or > ChildProtocol.Block || read > most)
            {
                throw new InvalidDataException("It says more than it may.");
            }
            if (isOver)
            {
                return 0;
            }
        }
        var count = await from.ReadAsync(
            buffer[..Math.Min(left, buffer.Length)],
            cancellationToken
        );
        left -= count;
        return count > 0 ? count : throw new EndOfStreamException();
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(
        byte[] buffer,
        int offset,
        int count,
        CancellationToken cancellationToken
    ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();
}

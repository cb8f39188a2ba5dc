using System.Buffers.Binary;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Local.Host.Reading;

/// <summary>One message of blocks, read as a stream that ends with it.</summary>
internal sealed class BlockStream(Stream from, long most) : ForwardStream
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
}

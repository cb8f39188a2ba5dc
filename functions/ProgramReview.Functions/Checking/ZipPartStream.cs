using System.IO.Compression;
using System.IO.Hashing;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Checking;

/// <summary>The unpacked bytes of a part: as many as the directory says, and whole, or it throws.</summary>
internal sealed class ZipPartStream(Stream content, ZipPart part) : ForwardStream
{
    private readonly Crc32 sum = new();
    private long left = part.Size;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (left == 0 && part is { Size: 0, Crc: not 0 })
        {
            throw new InvalidDataException($"{part.Name} is not what was packed.");
        }
        if (left == 0 || buffer.IsEmpty)
        {
            return 0;
        }
        var read = content.Read(buffer[..(int)Math.Min(left, buffer.Length)]);
        if (read == 0)
        {
            throw new InvalidDataException($"{part.Name} is shorter than it should be.");
        }
        sum.Append(buffer[..read]);
        left -= read;
        return left > 0 || sum.GetCurrentHashAsUInt32() == part.Crc
            ? read
            : throw new InvalidDataException($"{part.Name} is not what was packed.");
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override long Length => part.Size;

    /// <inheritdoc/>
    public override long Position
    {
        get => part.Size - left;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // What is stored unpacked is the file itself.
        if (disposing && content is DeflateStream)
        {
            content.Dispose();
        }
        base.Dispose(disposing);
    }
}

using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Checking;

/// <summary>So many bytes of a stream from where it stands, which stays open.</summary>
internal sealed class BoundedStream(Stream content, long length) : ForwardStream
{
    private long left = length;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = content.Read(buffer[..(int)Math.Min(left, buffer.Length)]);
        left -= read;
        return read;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        Read(buffer.AsSpan(offset, count));
}

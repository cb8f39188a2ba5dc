using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace ProgramReview.Functions.Checking;

/// <summary>Unpacks one part of an archive, at most as long as the directory says, and holds it against its check sum.</summary>
internal static class ZipUnpacker
{
    private const int HeaderSize = 30;
    private const int Stored = 0;
    private const int Deflated = 8;

    /// <summary>Whether the part is whole; its bytes go where they are wanted, if anywhere.</summary>
    public static bool TryUnpack(FileBytes file, ZipPart part, Stream? into = null)
    {
        var header = file.Read(part.Place, HeaderSize);
        if (header.Length < HeaderSize || !header.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return false;
        }
        var place =
            part.Place
            + HeaderSize
            + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26))
            + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        if (place + part.Packed > file.Length)
        {
            return false;
        }
        switch (part.Method)
        {
            case Stored:
                return part.Packed == part.Size && TryRead(file.From(place), part, into);
            case Deflated:
                using (
                    var content = new DeflateStream(
                        file.From(place),
                        CompressionMode.Decompress,
                        leaveOpen: true
                    )
                )
                {
                    return TryRead(content, part, into);
                }
            default:
                return false;
        }
    }

    private static bool TryRead(Stream content, ZipPart part, Stream? into)
    {
        var sum = new Crc32();
        var buffer = new byte[16 * 1024];
        try
        {
            for (var left = part.Size; left > 0; )
            {
                var read = content.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
                if (read == 0)
                {
                    return false;
                }
                sum.Append(buffer.AsSpan(0, read));
                into?.Write(buffer, 0, read);
                left -= read;
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }
        return sum.GetCurrentHashAsUInt32() == part.Crc;
    }
}

using System.Buffers.Binary;
using System.IO.Compression;

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
        try
        {
            using var content = Open(file, part);
            content.CopyTo(into ?? Stream.Null);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>
    /// The part's bytes, unpacked as they are read; throws <see cref="InvalidDataException"/> where they are broken. One part of a file is open at a time.
    /// </summary>
    public static Stream Open(FileBytes file, ZipPart part)
    {
        var header = file.Read(part.Place, HeaderSize);
        if (header.Length < HeaderSize || !header.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            throw new InvalidDataException($"{part.Name} is not where it should be.");
        }
        var place =
            part.Place
            + HeaderSize
            + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26))
            + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        if (place + part.Packed > file.Length)
        {
            throw new InvalidDataException($"{part.Name} breaks off.");
        }
        return part.Method switch
        {
            Stored when part.Packed == part.Size => new ZipPartStream(file.From(place), part),
            Deflated => new ZipPartStream(
                new DeflateStream(
                    new BoundedStream(file.From(place), part.Packed),
                    CompressionMode.Decompress
                ),
                part
            ),
            _ => throw new InvalidDataException($"{part.Name} is packed in an unknown way."),
        };
    }
}

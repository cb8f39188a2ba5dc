using System.Buffers.Binary;
using System.Text;

namespace ProgramReview.Functions.Checking;

/// <summary>
/// Reads the directory of an archive (APPNOTE 4.3) within bounds: a hostile one lists millions of parts whatever its end record claims,
/// and an archive reader would take them all in.
/// </summary>
internal static class ZipDirectory
{
    private const int EndSize = 22;
    private const int LargeEndSize = 56;
    private const int LocatorSize = 20;
    private const int RecordSize = 46;
    private const int MaxParts = 10_000;
    private const int MaxDirectory = 4 * 1024 * 1024;

    /// <summary>The parts, or null if the directory is missing or broken, as after an upload that was cut off.</summary>
    /// <param name="file">The file.</param>
    /// <param name="start">Where its first part begins, behind any padding.</param>
    public static IReadOnlyList<ZipPart>? Read(FileBytes file, long start)
    {
        var at = file.LastIndexOf("PK\u0005\u0006"u8, file.Length);
        var end = file.Read(at, EndSize);
        if (at < 0 || end.Length < EndSize)
        {
            return null;
        }
        long count = BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(10));
        long size = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12));
        long first = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16));
        var large = file.Read(at - LocatorSize - LargeEndSize, LargeEndSize + LocatorSize);
        if (
            large.AsSpan().StartsWith("PK\u0006\u0006"u8)
            && large.AsSpan(LargeEndSize).StartsWith("PK\u0006\a"u8)
        )
        {
            at -= LocatorSize + LargeEndSize;
            count = BinaryPrimitives.ReadInt64LittleEndian(large.AsSpan(32));
            size = BinaryPrimitives.ReadInt64LittleEndian(large.AsSpan(40));
            first = BinaryPrimitives.ReadInt64LittleEndian(large.AsSpan(48));
        }
        if (count is < 1 or > MaxParts || size is < RecordSize or > MaxDirectory)
        {
            return null;
        }
        // Padding in front may or may not be part of what the directory counts; anything else is the directory of another archive,
        // one that lies packed inside of this one.
        var origin = at - size - first;
        var parts =
            origin == start || origin == 0
                ? Parts(file.Read(at - size, (int)size), (int)count, origin)
                : null;
        // Honest parts lie beside each other; where thousands share their bytes, each of them would be unpacked.
        return parts?.Sum(part => part.Packed) <= file.Length ? parts : null;
    }

    private static List<ZipPart>? Parts(ReadOnlySpan<byte> directory, int count, long origin)
    {
        var parts = new List<ZipPart>(count);
        for (var i = 0; i < count; i++)
        {
            if (directory.Length < RecordSize || !directory.StartsWith("PK\u0001\u0002"u8))
            {
                return null;
            }
            var name = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            var extra = BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]);
            var comment = BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            var length = RecordSize + name + extra + comment;
            if (directory.Length < length)
            {
                return null;
            }
            parts.Add(Part(directory[..length], name, extra, origin));
            directory = directory[length..];
        }
        return directory.IsEmpty ? parts : null;
    }

    private static ZipPart Part(ReadOnlySpan<byte> record, int name, int extra, long origin)
    {
        var large = Large(record.Slice(RecordSize + name, extra));
        var size = Number(record[24..], ref large);
        var packed = Number(record[20..], ref large);
        var place = Number(record[42..], ref large);
        return new ZipPart(
            // Some writers separate with backslashes, as Windows does.
            Encoding.UTF8.GetString(record.Slice(RecordSize, name)).Replace('\\', '/').Trim('/'),
            IsEncrypted: (record[8] & 1) != 0,
            BinaryPrimitives.ReadUInt16LittleEndian(record[10..]),
            BinaryPrimitives.ReadUInt32LittleEndian(record[16..]),
            packed,
            size,
            origin + place
        );
    }

    // A number that does not fit stands among the extra fields instead.
    private static long Number(ReadOnlySpan<byte> field, ref ReadOnlySpan<byte> large)
    {
        var number = BinaryPrimitives.ReadUInt32LittleEndian(field);
        if (number != uint.MaxValue || large.Length < sizeof(long))
        {
            return number;
        }
        var instead = BinaryPrimitives.ReadInt64LittleEndian(large);
        large = large[sizeof(long)..];
        // Beyond every bound, yet small enough to be added up.
        return instead is >= 0 and <= 1L << 48 ? instead : 1L << 48;
    }

    private static ReadOnlySpan<byte> Large(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4)
            {
                break;
            }
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == 1)
            {
                return extra.Slice(4, length);
            }
            extra = extra[(4 + length)..];
        }
        return [];
    }
}

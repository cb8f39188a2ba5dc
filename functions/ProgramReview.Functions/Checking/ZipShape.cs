using System.Buffers.Binary;
using System.Text;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Checking;

/// <summary>
/// Recognises Office Open XML by the parts its directory lists (ECMA-376 part 2); nothing is unpacked. The directory is read here and
/// within bounds: a hostile one lists millions of parts whatever its end record claims, and an archive reader would take them all in.
/// </summary>
internal static class ZipShape
{
    private const int EndSize = 22;
    private const int RecordSize = 46;
    private const int MaxParts = 10_000;
    private const int MaxDirectory = 4 * 1024 * 1024;

    /// <summary>Reads the directory at the end of the archive.</summary>
    public static FileShape Recognise(Stream content) =>
        Parts(content) switch
        {
            // It begins like an archive whose directory is missing or broken, as after an upload that was cut off.
            null => new FileShape(null, IsDamaged: true),
            var parts when !parts.Contains("[Content_Types].xml") => FileShape.Unknown,
            var parts when parts.Contains("word/document.xml") => new FileShape(FileFormat.Docx),
            var parts when parts.Contains("xl/workbook.xml") => new FileShape(FileFormat.Xlsx),
            _ => FileShape.Unknown,
        };

    private static HashSet<string>? Parts(Stream content)
    {
        var tail = Read(
            content,
            Math.Max(0, content.Length - EndSize - ushort.MaxValue),
            EndSize + ushort.MaxValue
        );
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at + EndSize > tail.Length)
        {
            return null;
        }
        var count = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
        var size = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 12));
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        return count is > 0 and <= MaxParts && size <= MaxDirectory
            ? Names(Read(content, start, (int)size), count)
            : null;
    }

    private static HashSet<string>? Names(ReadOnlySpan<byte> directory, int count)
    {
        var names = new HashSet<string>(count, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < count; i++)
        {
            if (directory.Length < RecordSize || !directory.StartsWith("PK\u0001\u0002"u8))
            {
                return null;
            }
            var name = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            var behind =
                BinaryPrimitives.ReadUInt16LittleEndian(directory[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (directory.Length < RecordSize + name + behind)
            {
                return null;
            }
            names.Add(Encoding.UTF8.GetString(directory.Slice(RecordSize, name)));
            directory = directory[(RecordSize + name + behind)..];
        }
        return directory.IsEmpty ? names : null;
    }

    private static byte[] Read(Stream content, long from, int count)
    {
        if (from >= content.Length)
        {
            return [];
        }
        content.Position = from;
        var bytes = new byte[Math.Min(count, content.Length - from)];
        content.ReadExactly(bytes);
        return bytes;
    }
}

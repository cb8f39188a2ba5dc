using System.Buffers.Binary;
using System.IO.Compression;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Checking;

/// <summary>Recognises Office Open XML by the parts its directory lists (ECMA-376 part 2); nothing is unpacked.</summary>
internal static class ZipShape
{
    private const int MaxParts = 10_000;

    /// <summary>Reads the directory at the end of the archive.</summary>
    public static FileShape Recognise(Stream content)
    {
        try
        {
            if (CountParts(content) is not (> 0 and <= MaxParts))
            {
                return new FileShape(null, IsDamaged: true);
            }
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var parts = archive
                .Entries.Select(part => part.FullName)
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            return !parts.Contains("[Content_Types].xml") ? FileShape.Unknown
                : parts.Contains("word/document.xml") ? new FileShape(FileFormat.Docx)
                : parts.Contains("xl/workbook.xml") ? new FileShape(FileFormat.Xlsx)
                : FileShape.Unknown;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            // It begins like an archive whose directory is missing or broken, as after an upload that was cut off.
            return new FileShape(null, IsDamaged: true);
        }
    }

    // Read before the archive is opened: opening builds the whole directory in memory, and a hostile one names millions of parts.
    private static int? CountParts(Stream content)
    {
        const int EndRecord = 22;
        var tail = new byte[(int)Math.Min(content.Length, EndRecord + ushort.MaxValue)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        return at >= 0 && at + EndRecord <= tail.Length
            ? BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10))
            : null;
    }
}

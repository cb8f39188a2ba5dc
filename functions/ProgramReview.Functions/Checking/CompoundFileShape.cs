using System.Buffers.Binary;
using System.Text;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Checking;

/// <summary>
/// Recognises the old Office formats by the stream names in a compound file's directory (MS-CFB 2.6). An encrypted Office Open XML file
/// is a compound file with an <c>EncryptedPackage</c>.
/// </summary>
internal static class CompoundFileShape
{
    private const int HeaderSize = 512;
    private const int EntrySize = 128;
    private const int MaxDirectorySectors = 256;
    private const uint MaxRegularSector = 0xFFFFFFFA;

    /// <summary>Reads the header and follows the directory's chain of sectors.</summary>
    public static FileShape Recognise(Stream content, long size)
    {
        if (size < HeaderSize)
        {
            return new FileShape(null, IsDamaged: true);
        }
        var header = Read(content, 0, HeaderSize);
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (shift is not (9 or 12))
        {
            return new FileShape(null, IsDamaged: true);
        }
        var names = DirectoryNames(content, header, 1 << shift);
        return names.Contains("EncryptedPackage") ? new FileShape(null, IsEncrypted: true)
            : names.Contains("WordDocument") ? new FileShape(FileFormat.Doc)
            : names.Contains("Workbook") || names.Contains("Book") ? new FileShape(FileFormat.Xls)
            : names.Count == 0 ? new FileShape(null, IsDamaged: true)
            : FileShape.Unknown;
    }

    private static HashSet<string> DirectoryNames(Stream content, byte[] header, int sectorSize)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48));
        for (var count = 0; sector < MaxRegularSector && count < MaxDirectorySectors; count++)
        {
            var bytes = Read(content, (sector + 1L) * sectorSize, sectorSize);
            for (var at = 0; at + EntrySize <= bytes.Length; at += EntrySize)
            {
                var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 64));
                if (length is >= 2 and <= 64)
                {
                    names.Add(Encoding.Unicode.GetString(bytes, at, length - 2));
                }
            }
            sector = Next(content, header, sectorSize, sector);
        }
        return names;
    }

    // The header lists the first 109 sectors of the allocation table: enough for directories of every file up to 6.8 MiB of table,
    // and a directory that lies further out is simply not followed.
    private static uint Next(Stream content, byte[] header, int sectorSize, uint sector)
    {
        var perSector = sectorSize / sizeof(uint);
        var index = sector / (uint)perSector;
        if (index >= 109)
        {
            return uint.MaxValue;
        }
        var table = BinaryPrimitives.ReadUInt32LittleEndian(
            header.AsSpan(76 + (int)index * sizeof(uint))
        );
        var entry = Read(
            content,
            (table + 1L) * sectorSize + sector % perSector * sizeof(uint),
            sizeof(uint)
        );
        return table < MaxRegularSector && entry.Length == sizeof(uint)
            ? BinaryPrimitives.ReadUInt32LittleEndian(entry)
            : uint.MaxValue;
    }

    private static byte[] Read(Stream content, long from, int count)
    {
        if (from >= content.Length)
        {
            return [];
        }
        content.Position = from;
        var bytes = new byte[count];
        var read = content.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return bytes[..read];
    }
}

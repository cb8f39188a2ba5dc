using System.Buffers.Binary;
using System.Text;

namespace ProgramReview.Functions.Tests.Checking;

/// <summary>Writes the smallest compound files (MS-CFB): a header, one sector of allocation table, and a directory.</summary>
internal static class CompoundFiles
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const int EntrySize = 128;

    /// <summary>A file whose directory lists the root and these streams.</summary>
    public static byte[] Of(int shift, params IReadOnlyList<string> streams)
    {
        var sector = 1 << shift;
        var perSector = sector / EntrySize;
        string[] names = ["Root Entry", .. streams];
        var directorySectors = (names.Length + perSector - 1) / perSector;
        var file = new byte[sector * (2 + directorySectors)];

        Header(file, shift);
        var table = file.AsSpan(sector, sector);
        for (var i = 0; i < sector / sizeof(uint); i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(
                table[(i * sizeof(uint))..],
                i == 0 ? 0xFFFFFFFD
                    : i < directorySectors ? (uint)i + 1
                    : i == directorySectors ? EndOfChain
                    : Free
            );
        }
        for (var i = 0; i < names.Length; i++)
        {
            Entry(file.AsSpan(2 * sector + i * EntrySize, EntrySize), names[i], isRoot: i == 0);
        }
        return file;
    }

    private static void Header(Span<byte> file, int shift)
    {
        ReadOnlySpan<byte> magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file[24..], 0x3E);
        BinaryPrimitives.WriteUInt16LittleEndian(file[26..], (ushort)(shift == 9 ? 3 : 4));
        BinaryPrimitives.WriteUInt16LittleEndian(file[28..], 0xFFFE);
        BinaryPrimitives.WriteUInt16LittleEndian(file[30..], (ushort)shift);
        BinaryPrimitives.WriteUInt16LittleEndian(file[32..], 6);
        BinaryPrimitives.WriteUInt32LittleEndian(file[44..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file[48..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file[56..], 4096);
        BinaryPrimitives.WriteUInt32LittleEndian(file[60..], EndOfChain);
        BinaryPrimitives.WriteUInt32LittleEndian(file[68..], EndOfChain);
        for (var at = 80; at < 512; at += sizeof(uint))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file[at..], Free);
        }
    }

    private static void Entry(Span<byte> entry, string name, bool isRoot)
    {
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)(2 * (name.Length + 1)));
        entry[66] = (byte)(isRoot ? 5 : 2);
        for (var at = 68; at < 80; at += sizeof(uint))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(entry[at..], Free);
        }
    }
}

using System.Buffers.Binary;
using System.Text;

namespace ProgramReview.Functions.Tests.Checking;

/// <summary>Writes small compound files (MS-CFB): a header, the allocation table, the directory, and streams of any content.</summary>
internal static class CompoundFiles
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const int EntrySize = 128;
    private const int MiniSector = 64;

    /// <summary>What a stream of this name begins with, large enough to have sectors of its own.</summary>
    public static byte[] Content(string name, bool isEncrypted = false)
    {
        var content = new byte[4096];
        byte[] start = name.ToUpperInvariant() switch
        {
            "WORDDOCUMENT" =>
            [
                0xEC,
                0xA5,
                0xC1,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                (byte)(isEncrypted ? 1 : 0),
            ],
            "WORKBOOK" or "BOOK" =>
            [
                0x09,
                0x08,
                4,
                0,
                0,
                6,
                5,
                0,
                .. isEncrypted ? (byte[])[0x2F, 0, 2, 0, 1, 0] : [],
                0x0A,
                0,
                0,
                0,
            ],
            _ => [],
        };
        start.CopyTo(content, 0);
        return content;
    }

    /// <summary>A file whose root holds streams of these names, as programs write them.</summary>
    public static byte[] Of(int shift, params IReadOnlyList<string> streams) =>
        Of(shift, [.. streams.Select(name => (name, Content(name)))]);

    /// <summary>A file with a large stream of this name in a storage of its own, beside the streams of the root.</summary>
    public static byte[] WithEmbedded(string embedded, params IReadOnlyList<string> streams) =>
        Of(9, [.. streams.Select(name => (name, Content(name))), (embedded, Content(embedded))], 1);

    /// <summary>A file whose root holds these streams, the last ones in a storage within.</summary>
    public static byte[] Of(
        int shift,
        IReadOnlyList<(string Name, byte[] Content)> streams,
        int embedded = 0
    )
    {
        var size = 1 << shift;
        var mini = streams.Where(stream => stream.Content.Length < 4096).ToList();
        var miniSectors = mini.Sum(stream => Count(stream.Content.Length, MiniSector));
        List<byte[]> contents =
        [
            .. streams.Select(stream => stream.Content).Where(content => content.Length >= 4096),
        ];
        var entries = 1 + streams.Count + (embedded > 0 ? 1 : 0);
        List<byte[]> chains = [new byte[Count(entries, size / EntrySize) * size], .. contents];
        if (mini.Count > 0)
        {
            chains.Add(new byte[miniSectors * MiniSector]);
            chains.Add(new byte[miniSectors * sizeof(uint)]);
        }
        var total = chains.Sum(chain => Count(chain.Length, size));
        var tables = 1;
        while (tables * size / sizeof(uint) < total + tables)
        {
            tables++;
        }
        var file = new byte[size * (1 + tables + total)];
        var table = Enumerable.Repeat(Free, tables * size / sizeof(uint)).ToArray();
        Array.Fill(table, 0xFFFFFFFD, 0, tables);

        var starts = new List<uint>();
        var next = (uint)tables;
        foreach (var chain in chains)
        {
            starts.Add(next);
            chain.CopyTo(file, (int)(next + 1) * size);
            for (var left = Count(chain.Length, size); left > 0; left--, next++)
            {
                table[next] = left > 1 ? next + 1 : EndOfChain;
            }
        }
        var root = mini.Count > 0 ? starts[^2] : EndOfChain;
        Header(file, shift, tables, starts[0], mini.Count > 0 ? starts[^1] : EndOfChain);
        Put(file, size, table);

        var directory = file.AsSpan((int)(starts[0] + 1) * size);
        var storage = embedded > 0 ? streams.Count + 1 : -1;
        var inRoot = streams.Count - embedded;
        Entry(
            directory,
            "Root Entry",
            5,
            Free,
            inRoot > 0 ? 1u : (uint)storage,
            root,
            miniSectors * MiniSector
        );
        var large = 1;
        var small = 0u;
        var miniTable = new List<uint>();
        for (var i = 0; i < streams.Count; i++)
        {
            var (name, content) = streams[i];
            var isSmall = content.Length < 4096;
            var start = isSmall ? small : starts[large++];
            if (isSmall)
            {
                content.CopyTo(file, (int)(root + 1) * size + (int)small * MiniSector);
                for (var left = Count(content.Length, MiniSector); left > 0; left--, small++)
                {
                    miniTable.Add(left > 1 ? small + 1 : EndOfChain);
                }
            }
            var right =
                i == inRoot - 1
                    ? storage > 0
                        ? (uint)storage
                        : Free
                    : i == streams.Count - 1
                        ? Free
                        : (uint)i + 2;
            Entry(directory[((i + 1) * EntrySize)..], name, 2, right, Free, start, content.Length);
        }
        if (storage > 0)
        {
            Entry(directory[(storage * EntrySize)..], "MBD0001", 1, Free, (uint)inRoot + 1, 0, 0);
        }
        if (mini.Count > 0)
        {
            Numbers(file.AsSpan((int)(starts[^1] + 1) * size), [.. miniTable]);
        }
        return file;
    }

    private static int Count(int length, int unit) => (length + unit - 1) / unit;

    private static void Put(byte[] file, int size, uint[] table) =>
        Numbers(file.AsSpan(size), table);

    private static void Numbers(Span<byte> at, uint[] numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(at[(i * sizeof(uint))..], numbers[i]);
        }
    }

    private static void Header(Span<byte> file, int shift, int tables, uint directory, uint mini)
    {
        ReadOnlySpan<byte> magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file[24..], 0x3E);
        BinaryPrimitives.WriteUInt16LittleEndian(file[26..], (ushort)(shift == 9 ? 3 : 4));
        BinaryPrimitives.WriteUInt16LittleEndian(file[28..], 0xFFFE);
        BinaryPrimitives.WriteUInt16LittleEndian(file[30..], (ushort)shift);
        BinaryPrimitives.WriteUInt16LittleEndian(file[32..], 6);
        BinaryPrimitives.WriteUInt32LittleEndian(file[44..], (uint)tables);
        BinaryPrimitives.WriteUInt32LittleEndian(file[48..], directory);
        BinaryPrimitives.WriteUInt32LittleEndian(file[56..], 4096);
        BinaryPrimitives.WriteUInt32LittleEndian(file[60..], mini);
        BinaryPrimitives.WriteUInt32LittleEndian(file[64..], mini == EndOfChain ? 0u : 1u);
        BinaryPrimitives.WriteUInt32LittleEndian(file[68..], EndOfChain);
        for (var i = 0; i < 109; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(
                file[(76 + i * sizeof(uint))..],
                i < tables ? (uint)i : Free
            );
        }
    }

    private static void Entry(
        Span<byte> entry,
        string name,
        byte kind,
        uint right,
        uint child,
        uint start,
        int size
    )
    {
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)(2 * (name.Length + 1)));
        entry[66] = kind;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[68..], Free);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[72..], right);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[76..], child);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], (uint)size);
    }
}

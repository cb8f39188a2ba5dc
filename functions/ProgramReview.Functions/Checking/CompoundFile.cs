using System.Buffers.Binary;
using System.Text;

namespace ProgramReview.Functions.Checking;

/// <summary>
/// The streams in the root storage of a compound file (MS-CFB), each readable from its beginning. Its allocation table is read whole,
/// once, and never takes more than a hundredth of the file: a chain is followed in memory, however its sectors are scattered.
/// </summary>
internal sealed class CompoundFile
{
    private const int HeaderSize = 512;
    private const int EntrySize = 128;
    private const int MiniSector = 64;
    private const byte Storage = 1;
    private const byte Stream = 2;
    private const int MaxDirectory = 4 * 1024 * 1024;
    private const int MaxTable = 4 * 1024 * 1024;
    private const uint MaxRegularSector = 0xFFFFFFFA;
    private const uint Free = 0xFFFFFFFF;

    private readonly FileBytes file;
    private readonly int sectorSize;
    private readonly uint miniCutoff;
    private readonly uint[] table;
    private readonly uint[] miniTable;
    private readonly byte[] directory;

    private CompoundFile(FileBytes file, byte[] header, int sectorSize, uint[] table)
    {
        this.file = file;
        this.sectorSize = sectorSize;
        this.table = table;
        miniCutoff = Number(header, 56);
        directory = Content(Number(header, 48), MaxDirectory);
        miniTable = Numbers(Content(Number(header, 60), MaxTable));
    }

    /// <summary>Opens it; null if its tables are broken, or speak of more than there is.</summary>
    public static CompoundFile? Open(FileBytes file)
    {
        var header = file.Read(0, HeaderSize);
        var shift = header.Length < HeaderSize ? 0 : header[30] | header[31] << 8;
        if (shift is not (9 or 12))
        {
            return null;
        }
        var size = 1 << shift;
        if (Table(file, header, size) is not { } table)
        {
            return null;
        }
        // The last sector that is in use lies at least partly in the file, or the file was cut off.
        var last = Array.FindLastIndex(table, entry => entry != Free);
        return (last + 1L) * size < file.Length
            ? new CompoundFile(file, header, size, table)
            : null;
    }

    /// <summary>The first bytes of each stream that lies in the root itself, by name.</summary>
    public IReadOnlyDictionary<string, Func<int, byte[]>> Streams()
    {
        var found = new Dictionary<string, Func<int, byte[]>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, entry) in Root().Where(one => one.Entry.Span[66] == Stream))
        {
            found[name] = count => Read(entry.Span, count);
        }
        return found;
    }

    /// <summary>The names of the storages that lie in the root itself and hold something.</summary>
    public IEnumerable<string> Storages() =>
        Root()
            .Where(one =>
                one.Entry.Span[66] == Storage
                && BinaryPrimitives.ReadUInt32LittleEndian(one.Entry.Span[76..]) != Free
            )
            .Select(one => one.Name);

    private IEnumerable<(string Name, ReadOnlyMemory<byte> Entry)> Root()
    {
        var seen = new bool[directory.Length / EntrySize];
        var open = new Stack<uint>();
        if (seen.Length > 0)
        {
            open.Push(Number(directory, 76));
        }
        while (open.TryPop(out var index))
        {
            if (index >= seen.Length || seen[index])
            {
                continue;
            }
            seen[index] = true;
            var entry = directory.AsMemory((int)index * EntrySize, EntrySize);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(entry.Span[64..]);
            if (length is >= 2 and <= 64)
            {
                yield return (Encoding.Unicode.GetString(entry.Span[..(length - 2)]), entry);
            }
            open.Push(BinaryPrimitives.ReadUInt32LittleEndian(entry.Span[68..]));
            open.Push(BinaryPrimitives.ReadUInt32LittleEndian(entry.Span[72..]));
        }
    }

    private byte[] Read(ReadOnlySpan<byte> entry, int count)
    {
        var start = BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]);
        count = (int)Math.Min((uint)count, size);
        return size >= miniCutoff ? Content(start, count) : Mini(start, count);
    }

    // Small streams share one, that of the root, and have a table of their own.
    private byte[] Mini(uint start, int count)
    {
        var shared = Chain(table, Number(directory, 116)).ToArray();
        var bytes = new List<byte>();
        foreach (var sector in Chain(miniTable, start))
        {
            var (index, within) = Math.DivRem(sector * (long)MiniSector, sectorSize);
            if (bytes.Count >= count || index >= shared.Length)
            {
                break;
            }
            bytes.AddRange(file.Read((shared[index] + 1L) * sectorSize + within, MiniSector));
        }
        return [.. bytes.Take(count)];
    }

    private byte[] Content(uint start, int atMost)
    {
        using var bytes = new MemoryStream();
        foreach (var sector in Chain(table, start))
        {
            if (bytes.Length >= atMost)
            {
                break;
            }
            bytes.Write(file.Read((sector + 1L) * sectorSize, sectorSize));
        }
        bytes.SetLength(Math.Min(bytes.Length, atMost));
        return bytes.ToArray();
    }

    // No chain is longer than its table.
    private static IEnumerable<uint> Chain(uint[] table, uint sector)
    {
        for (var count = 0; sector < table.Length && count < table.Length; count++)
        {
            yield return sector;
            sector = table[sector];
        }
    }

    // The header lists the first 109 sectors of the table; what is more stands in a chain of sectors of its own.
    private static uint[]? Table(FileBytes file, byte[] header, int size)
    {
        var most = (int)(file.Length / size / (size / sizeof(uint))) + 1;
        var sectors = new List<uint>(Numbers(header[76..]));
        var next = Number(header, 68);
        while (next < MaxRegularSector && sectors.Count <= most)
        {
            var more = file.Read((next + 1L) * size, size);
            if (more.Length < size)
            {
                return null;
            }
            sectors.AddRange(Numbers(more[..^sizeof(uint)]));
            next = Number(more, size - sizeof(uint));
        }
        var table = new List<uint>();
        foreach (var sector in sectors.Where(sector => sector < MaxRegularSector).Take(most))
        {
            var part = file.Read((sector + 1L) * size, size);
            if (part.Length < size)
            {
                return null;
            }
            table.AddRange(Numbers(part));
        }
        return [.. table];
    }

    private static uint Number(byte[] bytes, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private static uint[] Numbers(byte[] bytes)
    {
        var numbers = new uint[bytes.Length / sizeof(uint)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Number(bytes, i * sizeof(uint));
        }
        return numbers;
    }
}

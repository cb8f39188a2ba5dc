using System.Buffers.Binary;

namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>
/// Where in a doc letters are set as hidden or as deleted, by the pages that list how letters are set (MS-DOC 2.8.6, 2.9.33). What a style hides is not
/// known; tables that are broken hide nothing.
/// </summary>
internal sealed class DocHidden
{
    private const int Page = 512;
    private const int TablePlace = 0xFA;
    private const ushort Vanish = 0x083C;
    private const ushort Deleted = 0x0800;
    private readonly List<(uint From, uint To)> ranges = [];

    /// <summary>Reads the pages that the table of them names.</summary>
    public DocHidden(byte[] text, byte[] table, ReadingBudget budget)
    {
        var place = BinaryPrimitives.ReadUInt32LittleEndian(text.AsSpan(TablePlace));
        var size = BinaryPrimitives.ReadUInt32LittleEndian(text.AsSpan(TablePlace + sizeof(uint)));
        if ((long)place + size > table.Length)
        {
            return;
        }
        var listed = table.AsSpan((int)place, (int)size);
        var count = (listed.Length - sizeof(uint)) / (2 * sizeof(uint));
        for (var i = 0; i < count; i++)
        {
            budget.Step();
            var number = BinaryPrimitives.ReadUInt32LittleEndian(
                listed[((count + 1 + i) * sizeof(uint))..]
            );
            if ((number + 1L) * Page <= text.Length)
            {
                ReadPage(text.AsSpan((int)number * Page, Page), budget);
            }
        }
        ranges.Sort();
    }

    /// <summary>Whether there are any.</summary>
    public bool IsEmpty => ranges.Count == 0;

    /// <summary>Whether the letter that begins at a byte is not shown.</summary>
    public bool Holds(uint place)
    {
        var (low, high) = (0, ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ranges[middle].From <= place ? (middle + 1, high) : (low, middle);
        }
        return low > 0 && place < ranges[low - 1].To;
    }

    // Each run of letters points to how it is set, in words of two bytes from the page's beginning.
    private void ReadPage(ReadOnlySpan<byte> page, ReadingBudget budget)
    {
        var runs = page[^1];
        var points = (runs + 1) * sizeof(uint);
        if (points + runs >= Page)
        {
            return;
        }
        for (var i = 0; i < runs; i++)
        {
            var at = page[points + i] * 2;
            if (at > 0 && at + 1 + page[at] < Page && IsHidden(page.Slice(at + 1, page[at])))
            {
                // The table may name one page any number of times; a range takes about what a cell does.
                budget.Cell();
                ranges.Add(
                    (
                        BinaryPrimitives.ReadUInt32LittleEndian(page[(i * sizeof(uint))..]),
                        BinaryPrimitives.ReadUInt32LittleEndian(page[((i + 1) * sizeof(uint))..])
                    )
                );
            }
        }
    }

    private static bool IsHidden(ReadOnlySpan<byte> settings)
    {
        while (settings.Length > sizeof(ushort))
        {
            var kind = BinaryPrimitives.ReadUInt16LittleEndian(settings);
            settings = settings[sizeof(ushort)..];
            if (kind is Vanish or Deleted && settings[0] == 1)
            {
                return true;
            }
            var size = (kind >> 13) switch
            {
                0 or 1 => 1,
                2 or 4 or 5 => 2,
                3 => 4,
                7 => 3,
                _ => 1 + settings[0],
            };
            settings = settings[Math.Min(size, settings.Length)..];
        }
        return false;
    }
}

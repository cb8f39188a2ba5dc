using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ProgramReview.Functions.Forms.Flow;

namespace ProgramReview.Functions.Rendering.Pdf;

/// <summary>Which letters the font has. What it lacks is told by its number: an empty box would hide what somebody wrote.</summary>
internal static class PdfLetters
{
    private const char Bullet = '•';

    // As the format says: the table of a plane's letters by segments.
    private const int Segments = 4;
    private const int TableEntry = 16;
    private const int FirstTable = 12;
    private const int FirstEncoding = 4;

    private static readonly HashSet<int> Known = Read(PdfFonts.Text());

    /// <summary>A text in one line, of letters that the font has.</summary>
    public static string Shown(string text)
    {
        var clean = FlowBlock.Clean(text);
        if (clean.EnumerateRunes().All(rune => Known.Contains(rune.Value)))
        {
            return clean;
        }
        var shown = new StringBuilder();
        foreach (var rune in clean.EnumerateRunes())
        {
            shown.Append(
                Known.Contains(rune.Value) ? rune.ToString()
                : Rune.IsWhiteSpace(rune) ? " "
                : IsBullet(rune) ? $"{Bullet}"
                : FormattableString.Invariant($"[U+{rune.Value:X4}]")
            );
        }
        return shown.ToString();
    }

    // Marks of lists: geometric shapes, and what word processors keep in the private part of Symbol and Wingdings.
    private static bool IsBullet(Rune rune) =>
        rune.Value is (>= 0x25A0 and <= 0x25FF) or (>= 0xF020 and <= 0xF0FF)
        || (
            rune.Value is >= 0x2700 and <= 0x27BF
            && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol
        );

    private static HashSet<int> Read(ReadOnlySpan<byte> font)
    {
        var map = font[Table(font, "cmap"u8)..];
        var count = BinaryPrimitives.ReadUInt16BigEndian(map[2..]);
        for (var i = 0; i < count; i++)
        {
            var at = (int)
                BinaryPrimitives.ReadUInt32BigEndian(map[(FirstEncoding + (8 * i) + 4)..]);
            if (BinaryPrimitives.ReadUInt16BigEndian(map[at..]) == Segments)
            {
                return Letters(map[at..]);
            }
        }
        throw new InvalidDataException("The font has no table of letters that can be read.");
    }

    private static int Table(ReadOnlySpan<byte> font, ReadOnlySpan<byte> name)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(font[4..]);
        for (var i = 0; i < count; i++)
        {
            var entry = font[(FirstTable + (TableEntry * i))..];
            if (entry[..4].SequenceEqual(name))
            {
                return (int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            }
        }
        throw new InvalidDataException("The font has no letters.");
    }

    private static HashSet<int> Letters(ReadOnlySpan<byte> table)
    {
        var letters = new HashSet<int>();
        var bytes = (int)BinaryPrimitives.ReadUInt16BigEndian(table[6..]);
        var ends = table[14..];
        var starts = table[(16 + bytes)..];
        var deltas = table[(16 + (2 * bytes))..];
        var offsets = table[(16 + (3 * bytes))..];
        for (var i = 0; i < bytes; i += 2)
        {
            var (start, end) = (At(starts, i), At(ends, i));
            var (delta, offset) = (At(deltas, i), At(offsets, i));
            for (var letter = start; letter <= end; letter++)
            {
                var glyph =
                    offset == 0
                        ? (letter + delta) & 0xFFFF
                        : At(offsets, i + offset + (2 * (letter - start)));
                if (glyph != 0)
                {
                    letters.Add(letter);
                }
            }
        }
        return letters;
    }

    private static int At(ReadOnlySpan<byte> table, int at) =>
        BinaryPrimitives.ReadUInt16BigEndian(table[at..]);
}

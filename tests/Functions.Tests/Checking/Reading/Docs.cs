using System.Buffers.Binary;
using System.Text;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>Writes doc files as Word 97 lays them out: text in pieces, and a table that says where they lie.</summary>
internal static class Docs
{
    private const int TextPlace = 0x800;

    /// <summary>A file with this text, each piece packed into one byte a letter or not.</summary>
    public static byte[] Of(params IReadOnlyList<(string Text, bool IsPacked)> pieces)
    {
        using var text = new MemoryStream();
        var places = new List<uint>();
        foreach (var (piece, isPacked) in pieces)
        {
            var at = (uint)(TextPlace + text.Length);
            places.Add(isPacked ? at * 2 | 0x40000000 : at);
            text.Write((isPacked ? Encoding.Latin1 : Encoding.Unicode).GetBytes(piece));
        }
        return Write(text.ToArray(), [.. pieces.Select(piece => piece.Text.Length)], places);
    }

    /// <summary>A file with this text, of which these letters are set so: from, to, and what is switched on.</summary>
    public static byte[] WithHidden(
        string text,
        params IReadOnlyList<(int From, int To, int Setting)> set
    )
    {
        // Every letter of two bytes; runs between them are set in no way.
        var page = new byte[512];
        var places = set.SelectMany(one => new[] { one.From, one.To }).Prepend(0).ToList();
        places.Add(text.Length);
        page[^1] = (byte)(places.Count - 1);
        foreach (var (i, place) in places.Index())
        {
            BinaryPrimitives.WriteInt32LittleEndian(page.AsSpan(i * 4), TextPlace + place * 2);
        }
        foreach (var (i, one) in set.Index())
        {
            var at = 200 + i * 10;
            page[places.Count * 4 + 1 + i * 2] = (byte)(at / 2);
            // Another setting with two bytes stands in front.
            page[at] = 7;
            BinaryPrimitives.WriteUInt16LittleEndian(page.AsSpan(at + 1), 0x4A43);
            BinaryPrimitives.WriteUInt16LittleEndian(page.AsSpan(at + 5), (ushort)one.Setting);
            page[at + 7] = 1;
        }
        return Write(Encoding.Unicode.GetBytes(text), [text.Length], [TextPlace], page);
    }

    /// <summary>A file whose pieces lie at these places.</summary>
    public static byte[] Write(
        byte[] text,
        IReadOnlyList<int> lengths,
        IReadOnlyList<uint> places,
        byte[]? page = null
    )
    {
        var hidden = page ?? [];
        var word = new byte[Math.Max(4096, (TextPlace + text.Length + 511) / 512 * 512)];
        BinaryPrimitives.WriteUInt16LittleEndian(word, 0xA5EC);
        BinaryPrimitives.WriteUInt16LittleEndian(word.AsSpan(2), 0xC1);
        BinaryPrimitives.WriteUInt16LittleEndian(word.AsSpan(10), 0x0200);
        BinaryPrimitives.WriteInt32LittleEndian(
            word.AsSpan(0x4C),
            (int)Math.Min(int.MaxValue, lengths.Sum(length => (long)length))
        );
        text.CopyTo(word, TextPlace);

        var size = (lengths.Count + 1) * sizeof(int) + lengths.Count * 8;
        var table = new byte[Math.Max(4096, 8 + size)];
        // Something changed in haste stands in front, and is passed over.
        table[0] = 1;
        table[3] = 2;
        var at = table.AsSpan(3);
        BinaryPrimitives.WriteInt32LittleEndian(at[1..], size);
        var letter = 0;
        for (var i = 0; i < lengths.Count; i++)
        {
            letter += lengths[i];
            BinaryPrimitives.WriteInt32LittleEndian(at[(5 + (i + 1) * sizeof(int))..], letter);
            BinaryPrimitives.WriteUInt32LittleEndian(
                at[(5 + (lengths.Count + 1) * sizeof(int) + i * 8 + 2)..],
                places[i]
            );
        }
        BinaryPrimitives.WriteInt32LittleEndian(word.AsSpan(0x1A2), 0);
        BinaryPrimitives.WriteInt32LittleEndian(word.AsSpan(0x1A6), 3 + 5 + size);
        if (hidden.Length > 0)
        {
            // One page lists how letters are set; the table of such pages stands at the end of the other table.
            BinaryPrimitives.WriteInt32LittleEndian(word.AsSpan(0xFA), table.Length);
            BinaryPrimitives.WriteInt32LittleEndian(word.AsSpan(0xFE), 12);
            table = [.. table, .. new byte[8], .. BitConverter.GetBytes(word.Length / 512)];
            word = [.. word, .. hidden];
        }
        return CompoundFiles.Of(9, [("WordDocument", word), ("1Table", table)]);
    }
}

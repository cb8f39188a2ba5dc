using System.Buffers.Binary;
using System.Text;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>
/// Reads the text of a doc of Word 97 or later by its table of pieces (MS-DOC 2.4.1): text alone, since how it is set is spread over tables that are
/// not read.
/// </summary>
internal static class DocReader
{
    private const int FibSize = 0x1AA;
    private const ushort Word97 = 0xC1;
    private const ushort IsEncrypted = 0x0100;
    private const ushort InTable1 = 0x0200;
    private const int PieceSize = 8;
    private const uint IsPacked = 0x40000000;

    /// <summary>All that rules ask of it.</summary>
    public static ContentFacts Read(FileBytes file, ReadingBudget budget)
    {
        var office = new OldOfficeFile(file);
        var text = office.Stream("WordDocument");
        if (text.Length < FibSize)
        {
            throw new InvalidDataException("It breaks off.");
        }
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(text.AsSpan(10));
        if ((flags & IsEncrypted) != 0)
        {
            throw new ReadingStoppedException(ReadingFault.Locked);
        }
        if (
            BinaryPrimitives.ReadUInt16LittleEndian(text) != 0xA5EC
            || BinaryPrimitives.ReadUInt16LittleEndian(text.AsSpan(2)) < Word97
        )
        {
            throw new ReadingStoppedException(ReadingFault.NotUnderstood);
        }
        var table = office.Stream((flags & InTable1) != 0 ? "1Table" : "0Table");
        var lines = new DocLines(budget);
        var hidden = new DocHidden(text, table, budget);
        foreach (var piece in Pieces(text, table, hidden))
        {
            lines.Append(piece);
        }
        return new ContentFacts
        {
            Reader = IContentReader.Version,
            Document = new DocumentFacts { Lines = lines.All() },
            Active = Active.Listed([.. office.Active(), .. lines.Fetched]),
            Form = office.Form(),
        };
    }

    // The main text alone: foot notes, heads and comments come behind it.
    private static IEnumerable<string> Pieces(byte[] text, byte[] table, DocHidden hidden)
    {
        var left = Number(text, 0x4C);
        var pieces = PieceTable(table, Number(text, 0x1A2), Number(text, 0x1A6));
        var count = (pieces.Length - sizeof(int)) / (sizeof(int) + PieceSize);
        for (var i = 0; i < count && left > 0; i++)
        {
            var from = Number(pieces, i * sizeof(int));
            var length = (long)Number(pieces, (i + 1) * sizeof(int)) - from;
            if (from < 0 || length < 0)
            {
                throw new InvalidDataException("Its pieces overlap.");
            }
            length = Math.Min(length, left);
            left -= (int)length;
            var place = (uint)Number(pieces, (count + 1) * sizeof(int) + i * PieceSize + 2);
            var isPacked = (place & IsPacked) != 0;
            var at = (long)(place & ~IsPacked) / (isPacked ? 2 : 1);
            var bytes = length * (isPacked ? 1 : 2);
            if (at + bytes > text.Length)
            {
                throw new InvalidDataException("A piece breaks off.");
            }
            var piece = (isPacked ? Packed : Encoding.Unicode).GetString(text, (int)at, (int)bytes);
            yield return hidden.IsEmpty
                ? piece
                : new string([
                    .. piece.Where(
                        (_, letter) => !hidden.Holds((uint)(at + letter * (isPacked ? 1 : 2)))
                    ),
                ]);
        }
    }

    // Behind what was changed in haste, if anything.
    private static byte[] PieceTable(byte[] table, int place, int size)
    {
        if (place < 0 || size < 0 || (long)place + size > table.Length)
        {
            throw new InvalidDataException("It has no table of pieces.");
        }
        var all = table.AsSpan(place, size);
        while (all.Length >= 5)
        {
            switch (all[0])
            {
                case 1:
                    all = all[
                        Math.Min(
                            all.Length,
                            3 + BinaryPrimitives.ReadUInt16LittleEndian(all[1..])
                        )..
                    ];
                    break;
                case 2
                    when BinaryPrimitives.ReadInt32LittleEndian(all[1..]) is >= 16 and var length
                        && length <= all.Length - 5:
                    return all.Slice(5, length).ToArray();
                default:
                    all = [];
                    break;
            }
        }
        throw new InvalidDataException("It has no table of pieces.");
    }

    private static int Number(byte[] bytes, int at) =>
        BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    // Letters of one byte are those of western Windows.
    private static readonly Encoding Packed = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
}

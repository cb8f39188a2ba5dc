using System.Buffers.Binary;

namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>Goes through the records of an xls, one after the other.</summary>
internal sealed class BiffRecords(ReadOnlyMemory<byte> book, int place, ReadingBudget budget)
{
    private const int HeadSize = 4;
    private const ushort Continue = 0x3C;
    private int at = place;

    /// <summary>The next record; one that is cut off ends them.</summary>
    public bool TryRead(out BiffRecord record)
    {
        budget.Step();
        record = default;
        if (at < 0 || at > book.Length - HeadSize)
        {
            return false;
        }
        var head = book.Span.Slice(at, HeadSize);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(head[2..]);
        if (at + HeadSize + length > book.Length)
        {
            throw new InvalidDataException("A record breaks off.");
        }
        record = new BiffRecord(
            BinaryPrimitives.ReadUInt16LittleEndian(head),
            book.Slice(at + HeadSize, length)
        );
        at += HeadSize + length;
        return true;
    }

    /// <summary>What a record says with all that continues it, piece by piece.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Whole(BiffRecord record)
    {
        var pieces = new List<ReadOnlyMemory<byte>> { record.Data };
        for (var before = at; TryRead(out var next); before = at)
        {
            if (next.Kind != Continue)
            {
                at = before;
                break;
            }
            pieces.Add(next.Data);
        }
        return pieces;
    }
}

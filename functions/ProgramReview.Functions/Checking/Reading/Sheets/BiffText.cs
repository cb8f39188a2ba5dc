using System.Text;

namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>
/// Reads texts that may run over from one record into the next, where it is said anew whether a letter takes one byte or two (MS-XLS 2.5.293).
/// </summary>
internal sealed class BiffText(IReadOnlyList<ReadOnlyMemory<byte>> pieces, int from = 0)
{
    private const int IsWide = 1;
    private const int HasMore = 4;
    private const int HasRuns = 8;
    private const int MostLetters = 1_000;
    private int piece;
    private int at = from;

    /// <summary>Whether anything is left.</summary>
    public bool IsAtEnd
    {
        get
        {
            while (piece < pieces.Count && at >= pieces[piece].Length)
            {
                (piece, at) = (piece + 1, 0);
            }
            return piece >= pieces.Count;
        }
    }

    /// <summary>A text whose length takes one byte or two; cut to what a cell keeps.</summary>
    public string Read(bool isShort = false)
    {
        var count = isShort ? Byte() : Byte() | Byte() << 8;
        var flags = Byte();
        var runs = (flags & HasRuns) == 0 ? 0 : Byte() | Byte() << 8;
        var more = (flags & HasMore) == 0 ? 0 : Byte() | Byte() << 8 | Byte() << 16 | Byte() << 24;
        var text = Letters(count, (flags & IsWide) != 0);
        Skip(4L * runs + Math.Max(0, more));
        return text;
    }

    private string Letters(int count, bool isWide)
    {
        var text = new StringBuilder();
        while (count > 0)
        {
            if (at >= pieces[Math.Min(piece, pieces.Count - 1)].Length)
            {
                if (IsAtEnd)
                {
                    throw new InvalidDataException("A text breaks off.");
                }
                isWide = (Byte() & IsWide) != 0;
            }
            var here = pieces[piece].Span[at..];
            var width = isWide ? 2 : 1;
            var taken = Math.Min(count, here.Length / width);
            if (taken == 0)
            {
                throw new InvalidDataException("A letter breaks off.");
            }
            var letters = here[..(taken * width)];
            if (text.Length < MostLetters)
            {
                text.Append(
                    isWide
                        ? Encoding.Unicode.GetString(letters)
                        : Encoding.Latin1.GetString(letters)
                );
            }
            at += letters.Length;
            count -= taken;
        }
        return text.Length > MostLetters ? text.ToString(0, MostLetters) : text.ToString();
    }

    private int Byte() =>
        IsAtEnd ? throw new InvalidDataException("A text breaks off.") : pieces[piece].Span[at++];

    private void Skip(long count)
    {
        while (count > 0 && !IsAtEnd)
        {
            var step = (int)Math.Min(count, pieces[piece].Length - at);
            at += step;
            count -= step;
        }
    }
}

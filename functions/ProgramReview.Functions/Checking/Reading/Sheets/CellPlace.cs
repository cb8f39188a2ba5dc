namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>Reads the address of a cell as files write it, <c>F7</c>.</summary>
internal static class CellPlace
{
    private const int MostLetters = 10;
    private const int MostOfRange = 30;

    /// <summary>Row and column from 1; nothing if it is no address.</summary>
    public static bool TryRead(ReadOnlySpan<char> address, out int row, out int column)
    {
        (row, column) = (0, 0);
        if (address.Length > MostLetters)
        {
            return false;
        }
        var at = 0;
        for (; at < address.Length && char.IsAsciiLetter(address[at]) && at < 4; at++)
        {
            column = column * 26 + (address[at] | 0x20) - 'a' + 1;
        }
        for (; at < address.Length && char.IsAsciiDigit(address[at]); at++)
        {
            row = row * 10 + address[at] - '0';
        }
        return at == address.Length && CellsRead.IsIn(row, column);
    }

    /// <summary>The range that is written <c>A1:B2</c> or <c>A1</c>; null if it is none.</summary>
    public static CellRange? Range(string? written)
    {
        if (written is not { Length: <= MostOfRange })
        {
            return null;
        }
        var ends = written.Split(':');
        return
            ends.Length <= 2
            && TryRead(ends[0], out var top, out var left)
            && TryRead(ends[^1], out var bottom, out var right)
            ? new CellRange(top, left, bottom, right)
            : null;
    }
}

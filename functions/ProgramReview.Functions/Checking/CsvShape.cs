using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Checking;

/// <summary>Recognises a table that is written as text: nothing else in it, and its first rows hold as many cells each.</summary>
internal static class CsvShape
{
    private const int Sample = 64 * 1024;
    private const int Rows = 20;
    private const string Delimiters = ";\t,|";
    private const string Named = "sep=";

    /// <summary>Looks at a file that begins like nothing else.</summary>
    public static FileShape Recognise(FileBytes file)
    {
        var head = file.Read(0, Sample);
        // What the sample cuts off may be half a letter.
        var whole = head.Length < file.Length ? head.AsSpan()[..^WholeTail(head)] : head;
        return CsvText.Of(whole) is { } text && DelimiterOf(text) is not null
            ? new FileShape(FileFormat.Csv, IsDamaged: HoldsNoText(file, head))
            : FileShape.Unknown;
    }

    /// <summary>The sign between cells: as the first line names it, else that which leaves rows of one length; null if none does.</summary>
    public static char? DelimiterOf(string text)
    {
        if (NamedDelimiter(text) is { } named)
        {
            return named;
        }
        var best = Delimiters
            .Select(delimiter => (delimiter, Cells: CellsOf(text, delimiter)))
            .MaxBy(one => one.Cells);
        return best.Cells > 1 ? best.delimiter : null;
    }

    /// <summary>Where the rows begin, behind a line that names the sign.</summary>
    public static int Start(string text) =>
        NamedDelimiter(text) is null ? 0
        : text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end + 1
        : text.Length;

    private static char? NamedDelimiter(string text) =>
        text.StartsWith(Named, StringComparison.OrdinalIgnoreCase)
        && text.Length > Named.Length + 1
        && text[Named.Length + 1] is '\r' or '\n'
            ? text[Named.Length]
            : null;

    // As many as most of the first rows hold, if there are two such rows.
    private static int CellsOf(string text, char delimiter)
    {
        var counts = new List<int>();
        var (cells, isQuoted, isEmpty) = (1, false, true);
        foreach (var letter in text)
        {
            if (letter == '\n' && !isQuoted)
            {
                if (!isEmpty)
                {
                    counts.Add(cells);
                }
                (cells, isEmpty) = (1, true);
                if (counts.Count == Rows)
                {
                    break;
                }
                continue;
            }
            isQuoted ^= letter == '"';
            cells += letter == delimiter && !isQuoted ? 1 : 0;
            isEmpty &= char.IsWhiteSpace(letter);
        }
        if (!isEmpty && counts.Count < Rows)
        {
            counts.Add(cells);
        }
        var usual = counts.CountBy(count => count).DefaultIfEmpty().MaxBy(count => count.Value);
        return usual.Value > 1 && 2 * usual.Value > counts.Count ? usual.Key : 0;
    }

    // Zeros further on: what began as a table goes on as something else.
    private static bool HoldsNoText(FileBytes file, byte[] head) =>
        head is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) && file.IndexOf([0], head.Length) >= 0;

    private static int WholeTail(byte[] head)
    {
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return head.Length % 2;
        }
        var tail = 0;
        while (tail < 3 && (head[^(tail + 1)] & 0xC0) == 0x80)
        {
            tail++;
        }
        return head[^(tail + 1)] >= 0xC0 ? tail + 1 : 0;
    }
}

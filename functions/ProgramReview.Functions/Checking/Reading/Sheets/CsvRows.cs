using System.Text;

namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>Takes a table that is written as text apart (RFC 4180), with any sign between cells, in one pass whatever the rows are like.</summary>
internal static class CsvRows
{
    /// <summary>Every cell, with its row and column from 1.</summary>
    public static IEnumerable<(int Row, int Column, string Text)> Of(string text, char delimiter)
    {
        var (row, column) = (1, 1);
        var cell = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"' && cell.Length == 0)
            {
                at = Quoted(text, at + 1, cell);
            }
            else if (text[at] == delimiter || text[at] is '\n' or '\r')
            {
                yield return (row, column, cell.ToString());
                cell.Clear();
                if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
                {
                    at++;
                }
                (row, column) = text[at] == delimiter ? (row, column + 1) : (row + 1, 1);
            }
            else
            {
                cell.Append(text[at]);
            }
        }
        yield return (row, column, cell.ToString());
    }

    // Gives the place of the quote that ends it.
    private static int Quoted(string text, int from, StringBuilder cell)
    {
        while (true)
        {
            var end = text.IndexOf('"', from);
            if (end < 0)
            {
                throw new InvalidDataException("A quote does not end.");
            }
            cell.Append(text, from, end - from);
            if (end + 1 == text.Length || text[end + 1] != '"')
            {
                return end;
            }
            cell.Append('"');
            from = end + 2;
        }
    }
}

using System.Text;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Tables as CSV (RFC 4180), in UTF-8 with a byte order mark so that spreadsheets read the names.</summary>
internal static class Csv
{
    /// <summary>The media type.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>The bytes of a file.</summary>
    /// <param name="header">The names of the columns.</param>
    /// <param name="rows">The fields of each row.</param>
    public static byte[] Write(string header, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder("\uFEFF").Append(header).Append("\r\n");
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Quote)).Append("\r\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // A leading sign would make a spreadsheet take a name for a formula.
    private static string Quote(string field)
    {
        var safe = field is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..]
            ? "'" + field
            : field;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Tables as CSV (RFC 4180) for the reader's spreadsheet: instants in the plan's zone, numbers and separators as the language has them.</summary>
internal static class Csv
{
    /// <summary>The media type that CSV files are served with.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>The bytes of a file; a byte order mark makes spreadsheets read the names.</summary>
    /// <param name="reader">Whose language and zone the fields are written in.</param>
    /// <param name="header">The names of the columns.</param>
    /// <param name="rows">The fields of each row: texts, instants, deadlines and numbers.</param>
    public static byte[] Write(
        PageContext reader,
        IEnumerable<string> header,
        IEnumerable<IEnumerable<object?>> rows
    )
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in rows.Prepend(header))
        {
            text.Append(Line(reader, row));
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The same for rows that are not all there at once: the file is sent as they come.</summary>
    public static IResult Stream(
        PageContext reader,
        IEnumerable<string> header,
        IAsyncEnumerable<IEnumerable<object?>> rows,
        string fileName
    ) =>
        Results.Stream(
            async body =>
            {
                await body.WriteAsync(Write(reader, header, []));
                await foreach (var row in rows)
                {
                    await body.WriteAsync(Encoding.UTF8.GetBytes(Line(reader, row)));
                }
            },
            ContentType,
            fileName
        );

    /// <summary>The name of a column of instants: it says their zone.</summary>
    public static string InZone(PageContext reader, string name) =>
        $"{name} ({InstantText.Zone(reader)})";

    // Where the comma stands in numbers, spreadsheets separate fields by semicolons.
    private static string Line(PageContext reader, IEnumerable<object?> row) =>
        string.Join(
            reader.Language == Language.Vi ? ';' : ',',
            row.Select(field => Field(reader, field))
        ) + "\r\n";

    private static string Field(PageContext reader, object? field) =>
        field switch
        {
            null => "",
            string text => Quote(Plain(text)),
            DateTimeOffset at => Instant(TimeZoneInfo.ConvertTime(at, reader.Plan!.Zone)),
            Deadline limit => Instant(limit.Show(reader.Plan!.Zone)),
            decimal exact => Quote(exact.ToString("0.######", Numbers.Format(reader.Language))),
            double number => Quote(number.ToString("0.###", Numbers.Format(reader.Language))),
            IFormattable whole => whole.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new ArgumentException(
                $"A field cannot be a {field.GetType()}.",
                nameof(field)
            ),
        };

    private static string Instant(DateTimeOffset local) =>
        local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    // A leading sign would make a spreadsheet take a name for a formula.
    private static string Plain(string text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text;

    private static string Quote(string field) =>
        $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ProgramReview.Local.Rehearsal.Reporting.Sheet;

/// <summary>Values as they stand in the HTML report.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string E(string text) => Encoder.Encode(text);

    public static string N(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Day and time to the second.</summary>
    public static string At(DateTimeOffset instant)
    {
        var machine = instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        var shown = instant.ToString("ddd d MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture);
        return $"<time datetime=\"{machine}\">{shown}</time>";
    }

    /// <summary>A length of time in its two largest units.</summary>
    public static string Length(TimeSpan length) =>
        length switch
        {
            { TotalDays: >= 1 } => FormattableString.Invariant(
                $"{(int)length.TotalDays} d {length.Hours} h"
            ),
            { TotalHours: >= 1 } => FormattableString.Invariant(
                $"{length.Hours} h {length.Minutes} min"
            ),
            { TotalMinutes: >= 1 } => FormattableString.Invariant(
                $"{length.Minutes} min {length.Seconds} s"
            ),
            _ => FormattableString.Invariant($"{length.Seconds} s"),
        };

    /// <summary>Rows of a table, each a list of cells of HTML; the first cell heads its row.</summary>
    public static string Table(
        string caption,
        IEnumerable<string> heads,
        IEnumerable<IReadOnlyList<string>> rows,
        string kind = ""
    )
    {
        var head = string.Concat(heads.Select(text => $"<th scope=\"col\">{text}</th>"));
        var body = string.Concat(
            rows.Select(cells =>
                $"<tr><th scope=\"row\">{cells[0]}</th>{string.Concat(cells.Skip(1).Select(cell => $"<td>{cell}</td>"))}</tr>\n"
            )
        );
        return $"""
            <div class="scroll" tabindex="0" role="group" aria-label="{E(
                caption
            )}"><table class="{kind}"><caption>{E(caption)}</caption>
            <thead><tr>{head}</tr></thead>
            <tbody>
            {body}</tbody></table></div>

            """;
    }

    /// <summary>A part that can be folded out.</summary>
    public static string Fold(string summary, string content) =>
        $"<details><summary>{summary}</summary>\n{content}</details>\n";
}

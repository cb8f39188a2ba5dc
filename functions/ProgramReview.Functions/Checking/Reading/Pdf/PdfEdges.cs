using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>Takes away what stands at the head or foot of pages: their numbers, and what is the same on most of them.</summary>
internal static class PdfEdges
{
    private const int FewestPages = 3;

    /// <summary>The lines of all pages without these.</summary>
    public static IEnumerable<DocumentLine> Without(IReadOnlyList<PdfPageLines> pages)
    {
        var heads = Repeated(pages, page => page.Lines[0]);
        var feet = Repeated(pages, page => page.Lines[^1]);
        foreach (var page in pages)
        {
            foreach (var (at, line) in page.Lines.Index())
            {
                var words = Words(line);
                if (
                    !(at == 0 && (IsNumber(line) || heads.Contains(words)))
                    && !(at == page.Lines.Count - 1 && (IsNumber(line) || feet.Contains(words)))
                )
                {
                    yield return line;
                }
            }
        }
    }

    private static HashSet<string> Repeated(
        IReadOnlyList<PdfPageLines> pages,
        Func<PdfPageLines, DocumentLine> edge
    ) =>
        pages.Count < FewestPages
            ? []
            :
            [
                .. pages
                    .Where(page => page.Lines.Count > 0)
                    .CountBy(page => Words(edge(page)))
                    .Where(words => words.Value >= FewestPages && words.Value > pages.Count / 2)
                    .Select(words => words.Key),
            ];

    private static bool IsNumber(DocumentLine line) =>
        line.Text.Length <= 12
        && line.Text.Any(char.IsAsciiDigit)
        && line.Text.All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '-' or '–' or '/');

    private static string Words(DocumentLine line) =>
        string.Concat(line.Text.Where(letter => !char.IsAsciiDigit(letter)));
}

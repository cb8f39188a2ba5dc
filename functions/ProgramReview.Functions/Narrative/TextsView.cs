using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Narrative;

/// <summary>Draws the pages of texts. What one request reads is bounded, however many bodies there are; a search says how far it came.</summary>
public sealed class TextsView(IndexReader index, ReportTexts texts, PageRenderer renderer)
{
    /// <summary>So many reports stand beside each other.</summary>
    public const int MostEntries = 10;

    /// <summary>So many reports are searched by one request, at most.</summary>
    public const int MostSearched = 300;

    // Letters, so that a few reports as long as books make no request longer than many of the usual length.
    private const int MostLettersSearched = 10_000_000;
    private const int MostLettersShown = 4_000;
    private const int MostHits = 5;
    private const int AtOnce = 12;

    /// <summary>The page of a section, or of a search.</summary>
    /// <param name="request">Asks for it.</param>
    /// <param name="context">The reader, with the plan.</param>
    /// <param name="path">The page's own path.</param>
    /// <param name="back">Where the reader came from.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<PageResult> ShowAsync(
        HttpRequest request,
        PageContext context,
        string path,
        string back,
        CancellationToken cancellation
    )
    {
        var plan = context.Plan!;
        var question = TextsQuestion.Of(plan, request.Query);
        var reports = TextSelection.Reports(plan, question.Section, question.Body);
        var search = new TextSearch(question.Search);
        var (seen, letters) = (Math.Min(question.From, reports.Count), 0L);
        var most = Math.Min(reports.Count, seen + (search.IsEmpty ? MostEntries : MostSearched));
        var entries = new List<TextEntry>();
        while (seen < most && entries.Count < MostEntries && letters < MostLettersSearched)
        {
            var some = reports.Skip(seen).Take(Math.Min(AtOnce, most - seen));
            var rows = await index.RowsAsync(plan, some, cancellation).ToListAsync(cancellation);
            var found = await Task.WhenAll(
                rows.Select(row => texts.CountingAsync(plan, row, cancellation))
            );
            foreach (var (row, text) in rows.Zip(found))
            {
                seen++;
                letters += text?.Text?.Sections.Sum(LettersOf) ?? 0;
                var entry = search.IsEmpty
                    ? SectionOf(row, text, question.Section, path)
                    : HitsOf(row, text, question.Section, search, path);
                if (entry is not null)
                {
                    entries.Add(entry);
                }
                if (entries.Count == MostEntries)
                {
                    break;
                }
            }
        }
        return new PageResult(
            await renderer.RenderAsync<TextsPage>(
                new TextsPageModel
                {
                    Context = context,
                    Question = question,
                    Sections = TextSelection.Sections(plan),
                    Entries = entries,
                    Count = reports.Count,
                    Seen = seen,
                    Path = path,
                    BackPath = back,
                }
            )
        );
    }

    /// <summary>The page of one report.</summary>
    /// <param name="request">Asks for it.</param>
    /// <param name="context">The reader, with the plan.</param>
    /// <param name="assignment">The report.</param>
    /// <param name="path">The path of the page of all texts.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<PageResult> ShowAsync(
        HttpRequest request,
        PageContext context,
        AssignmentId assignment,
        string path,
        CancellationToken cancellation
    )
    {
        var row = await index.RowAsync(context.Plan!, assignment, cancellation);
        return new PageResult(
            await renderer.RenderAsync<ReportTextPage>(
                new ReportTextPageModel
                {
                    Context = context,
                    Assignment = assignment,
                    Counting = await texts.CountingAsync(context.Plan!, row, cancellation),
                    Page = PageNumber.Of(request.Query),
                    Path = $"{path}/{assignment}",
                    BackPath = path,
                }
            )
        );
    }

    private static TextEntry SectionOf(
        AssignmentRow row,
        CountingText? counting,
        string? section,
        string path
    )
    {
        var found = counting?.Text?.Find(section);
        TextGap? gap =
            counting is null ? TextGap.NoReport
            : counting.Text is null or { Sections: [] } ? TextGap.NotRead
            : found is null ? TextGap.NoSection
            : found.Paragraphs.Count == 0 ? TextGap.Empty
            : null;
        var left = MostLettersShown;
        IReadOnlyList<TextHit> shown =
        [
            .. (found?.Paragraphs ?? [])
                .TakeWhile((one, i) => i == 0 || (left -= one.Text.Length) >= 0)
                .Select(one => new TextHit(section, one)),
        ];
        return EntryOf(row.Assignment, counting, shown, found?.Paragraphs.Count ?? 0, gap, path);
    }

    private static TextEntry? HitsOf(
        AssignmentRow row,
        CountingText? counting,
        string? section,
        TextSearch search,
        string path
    )
    {
        var hits = counting?.Text is { } text ? search.In(text, section).ToList() : [];
        return hits.Count == 0
            ? null
            : EntryOf(row.Assignment, counting, [.. hits.Take(MostHits)], hits.Count, null, path);
    }

    private static TextEntry EntryOf(
        AssignmentId assignment,
        CountingText? counting,
        IReadOnlyList<TextHit> shown,
        int all,
        TextGap? gap,
        string path
    ) => new(assignment, counting?.File, shown, all - shown.Count, gap, $"{path}/{assignment}");

    private static long LettersOf(SectionText section) =>
        section.Paragraphs.Sum(one => (long)one.Text.Length);
}

using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Forms;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering;

/// <summary>
/// Draws a dossier as HTML files that need nothing beside them: a first page, the reports of each piece, those with an exception, the figures of each
/// node that others are below, and what reports say, by section and piece. No more than a piece, or a node with those directly below it, is held.
/// </summary>
public sealed class HtmlRenderer(PageRenderer pages) : IDossierRenderer
{
    /// <summary>What its form is called.</summary>
    public const string Name = "html";

    private const int MostTextsAtOnce = 12;

    /// <inheritdoc/>
    public string Format => Name;

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public string ContentType => "application/zip";

    /// <inheritdoc/>
    public bool Speaks(Language language) => true;

    /// <inheritdoc/>
    public async Task WriteAsync(
        DossierContent content,
        Stream target,
        CancellationToken cancellation
    )
    {
        await using var zip = new ForwardZip(target, cancellation);
        var whole = await content.WholeAsync(cancellation);
        await AddAsync(
            zip,
            HtmlNames.Index,
            new HtmlPageModel(
                content,
                content.T("dossier.title", content.Plan.Plan.Programme.Number)
            )
            {
                Part = typeof(HtmlIndex),
                Parameters = new Dictionary<string, object>
                {
                    [nameof(HtmlIndex.Content)] = content,
                    [nameof(HtmlIndex.Whole)] = whole!,
                    [nameof(HtmlIndex.Findings)] = whole is null ? [] : FindingsOf(content, whole),
                    [nameof(HtmlIndex.Comments)] = await content.CommentsAsync(cancellation),
                },
            }
        );
        if (whole is not null)
        {
            await AddFiguresAsync(zip, content, whole, cancellation);
        }
        await AddPiecesAsync(zip, content, cancellation);
    }

    /// <summary>Whether the audience is told which reports have an exception.</summary>
    internal static bool Tells(DossierContent content, DossierException kind) =>
        Open(content).Exceptions.Contains(kind);

    // What follows from the dossier alone: what was known of peers when it was drawn is not in it.
    private static List<Finding> FindingsOf(DossierContent content, FigureView whole) =>
        [
            .. FigureFindings
                .Of(content.Plan, whole.Figures, [])
                .Select(finding => finding.ToFinding()),
        ];

    // Depth first: as many nodes are held as stand above one another.
    private async Task AddFiguresAsync(
        ForwardZip zip,
        DossierContent content,
        FigureView view,
        CancellationToken cancellation
    )
    {
        var below = await content.Below(view, cancellation).ToListAsync(cancellation);
        await AddAsync(
            zip,
            HtmlNames.Figures(view.Node, null),
            new HtmlPageModel(
                content,
                FigureWords.NameOf(content.Plan, view.Node, content.Language)
            )
            {
                IsWide = true,
                Part = typeof(HtmlFigures),
                Parameters = new Dictionary<string, object>
                {
                    [nameof(HtmlFigures.View)] = view,
                    [nameof(HtmlFigures.Below)] = below,
                },
            }
        );
        foreach (var inner in below.Where(one => one.Figures.Children.Count > 0))
        {
            await AddFiguresAsync(zip, content, inner, cancellation);
        }
    }

    private async Task AddPiecesAsync(
        ForwardZip zip,
        DossierContent content,
        CancellationToken cancellation
    )
    {
        var open = Open(content);
        var exceptions = open.Exceptions.ToDictionary(
            kind => kind,
            kind => new HtmlExceptions(kind, content.Dossier.Totals.Of(kind))
        );
        var (chapters, last) = (content.Chapters, content.Dossier.Pieces.Count);
        var number = 0;
        await foreach (var piece in content.Pieces(cancellation))
        {
            number++;
            var lines = piece.Reports.Select(report => DossierLines.Of(open, report)).ToList();
            await AddAsync(
                zip,
                HtmlNames.Reports(number),
                new HtmlPageModel(content, content.T("dossier.reports"))
                {
                    Previous = number > 1 ? HtmlNames.Reports(number - 1) : null,
                    Next = number < last ? HtmlNames.Reports(number + 1) : null,
                    Part = typeof(HtmlReports),
                    Parameters = new Dictionary<string, object>
                    {
                        [nameof(HtmlReports.Lines)] = lines,
                    },
                }
            );
            foreach (var (report, line) in piece.Reports.Zip(lines))
            {
                foreach (var kind in report.Said().Select(said => said.What).Distinct())
                {
                    if (exceptions.TryGetValue(kind, out var list) && list.Add(line) is { } full)
                    {
                        await AddExceptionsAsync(zip, content, list, full);
                    }
                }
            }
            if (chapters.Count > 0)
            {
                await AddTextsAsync(zip, content, chapters, piece, number, last, cancellation);
            }
        }
    }

    private async Task AddExceptionsAsync(
        ForwardZip zip,
        DossierContent content,
        HtmlExceptions list,
        ExceptionGroup group
    ) =>
        await AddAsync(
            zip,
            HtmlNames.Exceptions(list.Kind, list.Page),
            new HtmlPageModel(content, content.T($"{Text.Key(list.Kind)}.title"))
            {
                Previous = list.Page > 1 ? HtmlNames.Exceptions(list.Kind, list.Page - 1) : null,
                Next = list.IsLast ? null : HtmlNames.Exceptions(list.Kind, list.Page + 1),
                Part = typeof(ExceptionLines),
                Parameters = new Dictionary<string, object>
                {
                    [nameof(ExceptionLines.Group)] = group,
                },
            }
        );

    private async Task AddTextsAsync(
        ForwardZip zip,
        DossierContent content,
        IReadOnlyList<DossierChapter> chapters,
        DossierPiece piece,
        int number,
        int last,
        CancellationToken cancellation
    )
    {
        var said = new List<ReportSaid>();
        foreach (var some in piece.Reports.Chunk(MostTextsAtOnce))
        {
            var read = await Task.WhenAll(
                some.Select(report => ReportSaid.OfAsync(content, report, cancellation))
            );
            said.AddRange(read.OfType<ReportSaid>());
        }
        foreach (var chapter in chapters)
        {
            await AddAsync(
                zip,
                HtmlNames.Texts(chapter, number),
                new HtmlPageModel(content, chapter.Title)
                {
                    Previous = number > 1 ? HtmlNames.Texts(chapter, number - 1) : null,
                    Next = number < last ? HtmlNames.Texts(chapter, number + 1) : null,
                    Part = typeof(SaidSection),
                    Parameters = new Dictionary<string, object>
                    {
                        [nameof(SaidSection.Said)] = said,
                        [nameof(SaidSection.Section)] = chapter.Code!,
                        [nameof(SaidSection.FilePath)] = (Func<PartId, string?>)(_ => null),
                    },
                }
            );
        }
    }

    // Files lie beside no page of these.
    private static OpenDossier Open(DossierContent content) =>
        new(content.Plan, content.Dossier, content.Audience, _ => null);

    private async Task AddAsync(ForwardZip zip, string name, HtmlPageModel model)
    {
        var page = await pages.RenderFileAsync<HtmlPage>(model);
        await zip.AddAsync(
            name,
            async (stream, goOn) =>
            {
                stream.Write(page.Span);
                await goOn();
            }
        );
    }
}

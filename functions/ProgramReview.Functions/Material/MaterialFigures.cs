using System.Runtime.CompilerServices;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Forms;

namespace ProgramReview.Functions.Material;

/// <summary>
/// The figures of the material: a table for each indicator, with the whole and the nodes directly below it by periods, each row with its source.
/// What a body says itself and what those below it make stand in rows of their own.
/// </summary>
internal static class MaterialFigures
{
    private const int NameWidth = 2400;
    private const int SourceWidth = 1700;

    /// <summary>The chapter; nothing where no figures were made.</summary>
    public static async IAsyncEnumerable<OpenXmlElement> OfAsync(
        MaterialContent content,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        // At most a hundred records and the whole.
        var views = await content.Figures(cancellation).ToListAsync(cancellation);
        if (views.Count == 0)
        {
            yield break;
        }
        yield return End(isLandscape: false);
        yield return MaterialDocument.Line(OutlineStyles.Heading, content.T("figures.title"));
        foreach (var indicator in views[0].Layout.Indicators)
        {
            var rows = views
                .SelectMany(view => Rows(content, view, indicator))
                .Select(row => Row(views[0].Layout.Periods.Count, row))
                .ToList();
            if (rows.Count == 0)
            {
                continue;
            }
            yield return MaterialDocument.Line(
                MaterialStyles.Report,
                content.T(
                    "figures.of-indicator",
                    indicator.Name.In(content.Language),
                    indicator.Unit.In(content.Language)
                )
            );
            yield return new Table([
                MaterialStyles.TableLooks(OutlinePage.LongWidth),
                Grid(views[0].Layout.Periods.Count),
                Head(content, views[0].Layout.Periods),
                .. rows,
            ]);
            yield return MaterialDocument.Line(MaterialStyles.Note, "");
        }
        yield return End(isLandscape: true);
    }

    // Wide tables stand on pages of their own.
    private static Paragraph End(bool isLandscape) =>
        new(new ParagraphProperties(OutlinePage.Of(isLandscape)));

    private static IEnumerable<string[]> Rows(
        MaterialContent content,
        FigureView view,
        Indicator indicator
    )
    {
        var (language, lines) = (content.Language, view.Lines(indicator.Code));
        var name = FigureWords.NameOf(content.Plan, view.Node, language);
        if (lines.Any(line => line.Below is not null))
        {
            yield return
            [
                content.T("figures.below-of", name),
                .. lines.Select(line =>
                    line.Below is { } below
                        ? $"{FigureWords.Below(language, indicator, below)} ({FigureWords.Whole(language, below.Counts)})"
                        : ""
                ),
                view.Hash[..12],
            ];
        }
        if (lines.Any(line => line.Own is not null))
        {
            yield return
            [
                name,
                .. lines.Select(line =>
                    line.Own is { } own
                        ? Join(
                            FigureWords.Own(language, own),
                            FigureWords.About(language, own, line.Period)
                        )
                        : ""
                ),
                string.Join(
                    ", ",
                    lines
                        .Select(line => line.Own)
                        .OfType<Told>()
                        .Where(own => own.Report.Sha256 is not null)
                        .GroupBy(own => own.Report.Sha256![..12])
                        .Select(file =>
                            $"{file.Key} {string.Join(' ', file.Select(own => own.Figure.Cell).OfType<string>())}"
                        )
                ),
            ];
        }
    }

    private static string Join(string value, string about) =>
        about.Length == 0 ? value : $"{value} ({about})";

    private static TableGrid Grid(int periods) =>
        new([
            new GridColumn { Width = $"{NameWidth}" },
            .. Enumerable
                .Range(0, periods)
                .Select(_ => new GridColumn { Width = $"{PeriodWidth(periods)}" }),
            new GridColumn { Width = $"{SourceWidth}" },
        ]);

    private static int PeriodWidth(int periods) =>
        (OutlinePage.LongWidth - NameWidth - SourceWidth) / Math.Max(1, periods);

    private static TableRow Head(MaterialContent content, IReadOnlyList<Period> periods) =>
        Row(
            periods.Count,
            [
                content.T("table.body"),
                .. periods.Select(period => period.Title.In(content.Language)),
                content.T("figures.column.source"),
            ],
            isHead: true
        );

    private static TableRow Row(int periods, string[] texts, bool isHead = false)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
        {
            properties.Append(new TableHeader());
        }
        return new TableRow([
            properties,
            .. texts.Select(
                (text, i) =>
                    new TableCell(
                        new TableCellProperties(
                            new TableCellWidth
                            {
                                Width =
                                    $"{(i == 0 ? NameWidth : i == texts.Length - 1 ? SourceWidth : PeriodWidth(periods))}",
                                Type = TableWidthUnitValues.Dxa,
                            }
                        ),
                        MaterialDocument.Line(
                            isHead ? MaterialStyles.CellHead : MaterialStyles.Cell,
                            text
                        )
                    )
            ),
        ]);
    }
}

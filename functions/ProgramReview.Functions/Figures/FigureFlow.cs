using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms.Flow;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Figures;

/// <summary>
/// Figures in a document: a table for each indicator, with the whole and the nodes directly below it by periods, the source of each row as a note.
/// What a body says itself and what those below it make stand in rows of their own.
/// </summary>
internal static class FigureFlow
{
    private const int NameShare = 30;
    private const int PeriodShare = 22;

    /// <summary>The tables.</summary>
    /// <param name="reader">In whose language, with the plan.</param>
    /// <param name="views">The whole, then the nodes directly below it.</param>
    public static IEnumerable<FlowBlock> Of(PageContext reader, IReadOnlyList<FigureView> views)
    {
        var layout = views[0].Layout;
        IReadOnlyList<FlowColumn> columns =
        [
            new(Text.Get(reader.Language, "table.body"), NameShare),
            .. layout.Periods.Select(period => new FlowColumn(
                period.Title.In(reader.Language),
                PeriodShare,
                IsNumber: true
            )),
        ];
        return layout.Indicators.SelectMany(indicator =>
        {
            var rows = views.SelectMany(view => Rows(reader, view, indicator)).ToList();
            return rows.Count == 0
                ? []
                : Heads(reader.Language, indicator).Concat(FlowTable.Of(columns, rows));
        });
    }

    private static IEnumerable<FlowBlock> Heads(Language language, Indicator indicator)
    {
        yield return new FlowBlock.Heading(
            2,
            Text.Get(
                language,
                "figures.of-indicator",
                indicator.Name.In(language),
                indicator.Unit.In(language)
            )
        );
        if (indicator.Target is { } target)
        {
            yield return new FlowBlock.Line(
                FlowLook.Remark,
                Text.Get(
                    language,
                    "figures.target",
                    FigureWords.Value(language, target, target.Scale)
                )
            );
        }
    }

    private static IEnumerable<FlowBlock.TableRow> Rows(
        PageContext reader,
        FigureView view,
        Indicator indicator
    )
    {
        var (language, lines) = (reader.Language, view.Lines(indicator.Code));
        var name = FigureWords.NameOf(reader.Plan!, view.Node, language);
        if (lines.Any(line => line.Below is not null))
        {
            yield return new FlowBlock.TableRow(
                [
                    Text.Get(language, "figures.below-of", name),
                    .. lines.Select(line =>
                        line.Below is { } below
                            ? $"{FigureWords.Below(language, indicator, below)}\n{FigureWords.Whole(language, below.Counts)}"
                            : ""
                    ),
                ],
                Text.Get(language, "figures.note.below", name, view.Hash[..12])
            );
        }
        if (lines.Any(line => line.Own is not null))
        {
            yield return new FlowBlock.TableRow(
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
                ],
                SourceOf(reader, lines)
            );
        }
    }

    // The body, the version and the cells; null where none says anything.
    private static string? SourceOf(PageContext reader, IReadOnlyList<FigureLine> lines)
    {
        var files = lines
            .Select(line => line.Own)
            .OfType<Told>()
            .Where(own => own.Report.Sha256 is not null && own.Figure.Cell is not null)
            .GroupBy(own => own.Report)
            .Select(file =>
                Text.Get(
                    reader.Language,
                    "figures.note.own",
                    reader.Plan!.Body(file.Key.Assignment.Body).Name.In(reader.Language),
                    reader
                        .Plan.ReportType(file.Key.Assignment.ReportType)
                        .Brief.In(reader.Language),
                    file.Key.Sha256![..12],
                    string.Join(' ', file.Select(own => own.Figure.Cell))
                )
            )
            .ToList();
        return files.Count == 0 ? null : string.Join("; ", files);
    }

    private static string Join(string value, string about) =>
        about.Length == 0 ? value : $"{value}\n{about}";
}

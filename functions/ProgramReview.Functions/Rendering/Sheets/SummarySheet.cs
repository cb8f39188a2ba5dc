using System.Runtime.CompilerServices;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms;
using ProgramReview.Functions.Rendering.Drafting;
using ProgramReview.Functions.Web.Pages;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Rendering.Sheets;

/// <summary>What the dossier is, what its reports add up to, and the figures of the whole.</summary>
internal static class SummarySheet
{
    /// <summary>The sheet.</summary>
    /// <param name="content">The dossier.</param>
    /// <param name="figures">The sheet of figures, written before this one, whose totals it names.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static SheetPlan Of(
        DossierContent content,
        FigureLedger figures,
        CancellationToken cancellation
    ) =>
        new(
            content.T("dossier.sheet.summary"),
            [60, 16, 22, 16, 18, 18, 12, 12],
            RowsAsync(content, figures, cancellation)
        );

    private static async IAsyncEnumerable<IEnumerable<Cell>> RowsAsync(
        DossierContent content,
        FigureLedger figures,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        foreach (var row in Reporting(content))
        {
            yield return row;
        }
        if (await content.WholeAsync(cancellation) is not { } whole)
        {
            yield break;
        }
        yield return [];
        yield return SheetRows.Head(
            content,
            "figures.column.indicator",
            "figures.column.unit",
            "figures.column.period",
            "dossier.sheet.target",
            "figures.column.own",
            "figures.column.below",
            "figures.column.given",
            "figures.column.asked"
        );
        var lines = whole.Layout.Indicators.SelectMany(indicator => whole.Lines(indicator.Code));
        foreach (var (cell, line) in lines.Index())
        {
            if (line.Own is not null || line.Below is not null)
            {
                yield return Figure(content, figures, line, cell);
            }
        }
    }

    private static IEnumerable<Cell[]> Reporting(DossierContent content) =>
        [
            SheetRows.Line(
                content.T("dossier.title", content.Plan.Plan.Programme.Number),
                AnnexStyle.Title
            ),
            SheetRows.Line(content.Plan.Plan.Programme.Title.In(content.Language)),
            SheetRows.Line(
                content.T(
                    "dossier.document.made",
                    Numbers.Show(content.Language, content.Dossier.Round),
                    InstantText.Full(content.Reader, content.Dossier.CompiledAt),
                    content.Hash
                )
            ),
            SheetRows.Line(
                content.T(
                    content.Audience == Readers.Everybody
                        ? "dossier.document.everybody"
                        : "dossier.document.participants"
                )
            ),
            [],
            SheetRows.Head(content, "dossier.document.what", "status.findings.reports"),
            .. SummaryChapter
                .Lines(content, content.Dossier.Totals)
                .Select(line => SheetRows.Of(line.What, line.Count)),
        ];

    private static Cell[] Figure(
        DossierContent content,
        FigureLedger figures,
        FigureLine line,
        int cell
    ) =>
        SheetRows.Of(
            line.Indicator.Name.In(content.Language),
            line.Indicator.Unit.In(content.Language),
            line.Period.Title.In(content.Language),
            line.Indicator.Target,
            line.Own is { State: FigureState.Given } own ? own.Figure.Value
                : line.Own is { } told ? Text.Word(content.Language, told.State)
                : null,
            line.Below?.Value is { } total
                ? new SheetFormula(
                    figures.TotalAt(figures.Whole[cell]),
                    total,
                    line.Indicator.Decimals
                )
                : null,
            line.Below?.Counts.Given,
            line.Below?.Counts.Asked
        );
}

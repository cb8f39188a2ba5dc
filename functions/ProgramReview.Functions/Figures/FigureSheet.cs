using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms;
using ProgramReview.Functions.Web.Pages;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Figures;

/// <summary>Figures as rows, one for each node, indicator and period that anybody is asked for: numbers are numbers, and every one has its source.</summary>
internal static class FigureSheet
{
    private static readonly string[] Keys =
    [
        "table.body",
        "figures.column.indicator",
        "figures.column.unit",
        "figures.column.period",
        "figures.column.own",
        "figures.column.state",
        "figures.column.about",
        "figures.column.report",
        "figures.column.version",
        "figures.column.cell",
        "figures.column.below",
        "figures.column.error",
        "figures.column.given",
        "figures.column.asked",
        "figures.missing",
        "figures.exempt",
        "figures.excused",
        "figures.blank",
        "figures.late",
        "figures.preliminary",
        "figures.estimated",
        "figures.unexplained",
        "figures.column.agreement",
    ];

    /// <summary>The widths of the columns, in letters.</summary>
    public static IReadOnlyList<double> Widths =>
        [30, 40, 14, 20, 16, 18, 24, 24, 16, 8, 16, 10, .. Enumerable.Repeat(10.0, 10), 24];

    /// <summary>The names of the columns.</summary>
    public static IEnumerable<string> Head(Language language) =>
        Keys.Select(key => Text.Get(language, key));

    /// <summary>The rows of a node: texts and numbers, null where there is nothing.</summary>
    /// <param name="reader">The reader, with the plan.</param>
    /// <param name="view">The node.</param>
    /// <param name="indicator">The indicator's code; null: all.</param>
    public static IEnumerable<object?[]> Rows(
        PageContext reader,
        FigureView view,
        string? indicator
    )
    {
        var (plan, language) = (reader.Plan!, reader.Language);
        var name = FigureWords.NameOf(plan, view.Node, language);
        return view
            .Layout.Indicators.Where(one => indicator is null || one.Code == indicator)
            .SelectMany(one => view.Lines(one.Code))
            .Where(line => line.Own is not null || line.Below is not null)
            .Select(line =>
            {
                var (own, counts) = (line.Own, line.Below?.Counts);
                return new object?[]
                {
                    name,
                    line.Indicator.Name.In(language),
                    line.Indicator.Unit.In(language),
                    line.Period.Title.In(language),
                    own is { State: FigureState.Given } given ? given.Figure.Value : null,
                    own is { } told ? Text.Word(language, told.State) : null,
                    own is { } said ? FigureWords.About(language, said, line.Period) : null,
                    own is { } of
                        ? plan.ReportType(of.Report.Assignment.ReportType).Brief.In(language)
                        : null,
                    own?.Report.Sha256?[..12],
                    own?.Figure.Cell,
                    Rounded(line, line.Below?.Value),
                    line.Below?.Value is null ? null : line.Below.Error,
                    counts?.Given,
                    counts?.Asked,
                    counts?.Missing,
                    counts?.Exempt,
                    counts?.Excused,
                    counts?.Blank,
                    counts?.Late,
                    counts?.Preliminary,
                    counts?.Estimated,
                    counts?.Unexplained,
                    own is not null && line.Below is not null
                        ? Text.Word(language, line.Agreement)
                        : null,
                };
            });
    }

    /// <summary>The rows of a sheet, its head first.</summary>
    public static async IAsyncEnumerable<IEnumerable<Cell>> RowsAsync(
        PageContext reader,
        IAsyncEnumerable<FigureView> views,
        string? indicator = null
    )
    {
        yield return Head(reader.Language).Select(name => SheetCells.Text(name, AnnexStyle.Head));
        await foreach (var view in views)
        {
            foreach (var row in Rows(reader, view, indicator))
            {
                yield return row.Select(CellOf);
            }
        }
    }

    private static decimal? Rounded(FigureLine line, decimal? value) =>
        value is { } exact
            ? decimal.Round(exact, line.Indicator.Decimals, MidpointRounding.AwayFromZero)
            : null;

    /// <summary>A text, a number or a formula as a cell; null: an empty one.</summary>
    public static Cell CellOf(object? value) =>
        value switch
        {
            null => SheetCells.Empty(AnnexStyle.Asked),
            string text => SheetCells.Text(text, AnnexStyle.Asked),
            int count => SheetCells.Number(count, AnnexStyle.AskedNumber(0)),
            SheetFormula formula => SheetCells.Formula(
                formula,
                AnnexStyle.AskedNumber(formula.Decimals)
            ),
            decimal number => SheetCells.Number(number, AnnexStyle.AskedNumber(number.Scale)),
            _ => throw new ArgumentException(
                $"A cell cannot be a {value.GetType()}.",
                nameof(value)
            ),
        };
}

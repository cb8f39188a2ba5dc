using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Forms;
using ProgramReview.Core.Planning;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Forms;

/// <summary>
/// The sheet to fill in. Its first row and column are hidden and hold the codes of columns and rows, which so stay with them wherever people move
/// them. The protection has no password: it keeps from accidents and nothing more.
/// </summary>
internal static class AnnexSheet
{
    /// <summary>The row with the codes of the columns.</summary>
    public const int CodeRow = 1;

    /// <summary>The row that says of each column what kind of values it holds.</summary>
    public const int GroupRow = 5;

    /// <summary>The row of headings.</summary>
    public const int HeadRow = 6;

    /// <summary>The first row of an indicator.</summary>
    public const int FirstRow = HeadRow + 1;

    // The codes of rows stand before the columns of the form.
    private const int Offset = 1;

    /// <summary>The sheet.</summary>
    public static Worksheet Of(AnnexForm form, Language language)
    {
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(View(form)),
            Widths(form),
            new SheetData(Rows(form, language)),
            new SheetProtection
            {
                Sheet = true,
                Objects = true,
                Scenarios = true,
                FormatColumns = false,
                FormatRows = false,
            },
            AnnexValidations.Of(form, language, Letter, FirstRow),
            new PageMargins
            {
                Left = 0.4,
                Right = 0.4,
                Top = 0.6,
                Bottom = 0.6,
                Header = 0.3,
                Footer = 0.3,
            },
            new PageSetup
            {
                PaperSize = 8, // A3
                Orientation = OrientationValues.Landscape,
                FitToWidth = 1,
                FitToHeight = 0,
            },
            new HeaderFooter(new OddFooter("&C&P / &N"))
        );
        return sheet;
    }

    /// <summary>The letters of a column of the form.</summary>
    /// <param name="column">Its place in the form.</param>
    public static string Letter(int column) => SheetCells.Letter(column + Offset);

    // What stays in sight: the headings, and what a row is.
    private static SheetView View(AnnexForm form)
    {
        var name = form.Columns.Index().First(one => one.Item is AnnexColumn.Name).Index;
        var corner = $"{Letter(name + 1)}{FirstRow}";
        var first = form.Columns.Index().First(one => one.Item is AnnexColumn.Value).Index;
        var entry = $"{Letter(first)}{FirstRow}";
        return new SheetView(
            new Pane
            {
                HorizontalSplit = name + Offset + 1,
                VerticalSplit = HeadRow,
                TopLeftCell = corner,
                ActivePane = PaneValues.BottomRight,
                State = PaneStateValues.Frozen,
            },
            new Selection
            {
                Pane = PaneValues.BottomRight,
                ActiveCell = entry,
                SequenceOfReferences = new ListValue<StringValue> { InnerText = entry },
            }
        )
        {
            TabSelected = true,
            ShowGridLines = false,
            WorkbookViewId = 0,
        };
    }

    private static Columns Widths(AnnexForm form) =>
        new(
            form.Columns.Select(
                    (column, i) =>
                        new Column
                        {
                            Min = (uint)(i + Offset + 1),
                            Max = (uint)(i + Offset + 1),
                            Width = Width(column),
                            CustomWidth = true,
                        }
                )
                .Prepend(
                    new Column
                    {
                        Min = 1,
                        Max = 1,
                        Width = 10,
                        Hidden = true,
                        CustomWidth = true,
                    }
                )
        );

    private static double Width(AnnexColumn column) =>
        column switch
        {
            AnnexColumn.Number => 5,
            AnnexColumn.Name => 44,
            AnnexColumn.Unit => 14,
            AnnexColumn.Span => 16,
            AnnexColumn.Target => 17,
            AnnexColumn.Value or AnnexColumn.Earlier => 14,
            AnnexColumn.Preliminary => 13,
            AnnexColumn.Reason => 24,
            AnnexColumn.Remark or AnnexColumn.Source => 30,
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Unknown column."),
        };

    private static IEnumerable<Row> Rows(AnnexForm form, Language language)
    {
        var codes = SheetCells.Row(
            CodeRow,
            form.Columns.Select(column => SheetCells.Text(column.Code, AnnexStyle.Plain))
                .Prepend(SheetCells.Empty(AnnexStyle.Plain))
        );
        codes.Hidden = true;
        yield return codes;
        yield return Line(2, form.Title.In(language), AnnexStyle.Title);
        yield return Line(3, form.Body.In(language), AnnexStyle.Note);
        yield return Line(4, Text.Get(language, "form.annex.how"), AnnexStyle.Note);
        yield return Heads(GroupRow, column => AnnexHeadings.Group(column, language));
        yield return Heads(HeadRow, column => AnnexHeadings.Of(column, language));
        foreach (var (i, row) in form.Rows.Index())
        {
            yield return High(
                SheetCells.Row(
                    FirstRow + i,
                    row.Cells.Select((cell, j) => Cell(cell, form.Columns[j], language))
                        .Prepend(SheetCells.Text(row.Indicator, AnnexStyle.Plain))
                ),
                form
            );
        }

        Row Heads(int number, Func<AnnexColumn, string> text) =>
            High(
                SheetCells.Row(
                    number,
                    form.Columns.Select(column => SheetCells.Text(text(column), AnnexStyle.Head))
                        .Prepend(SheetCells.Empty(AnnexStyle.Plain))
                ),
                form
            );
    }

    private static Row High(Row row, AnnexForm form) =>
        SheetCells.High(row, form.Columns.Select(Width).Prepend(double.MaxValue));

    private static Row Line(int number, string text, uint style) =>
        SheetCells.Row(number, [SheetCells.Empty(AnnexStyle.Plain), SheetCells.Text(text, style)]);

    private static Cell Cell(AnnexCell cell, AnnexColumn column, Language language) =>
        cell switch
        {
            AnnexCell.Blank => SheetCells.Empty(AnnexStyle.Known),
            AnnexCell.Ordinal(var number) => SheetCells.Number(number, AnnexStyle.Ordinal),
            AnnexCell.Words(var text) => SheetCells.Text(
                text.In(language),
                column is AnnexColumn.Source ? AnnexStyle.Known : AnnexStyle.Asked
            ),
            AnnexCell.Span(var fromStart) => SheetCells.Text(
                AnnexHeadings.Span(fromStart, language),
                AnnexStyle.Asked
            ),
            AnnexCell.Figure(var value, var decimals) => SheetCells.Number(
                value,
                column is AnnexColumn.Earlier
                    ? AnnexStyle.KnownNumber(decimals)
                    : AnnexStyle.AskedNumber(decimals)
            ),
            AnnexCell.ValueEntry(var indicator) => SheetCells.Empty(
                column is AnnexColumn.Value { Period.Estimate: true }
                    ? AnnexStyle.EstimateEntry(indicator.Decimals)
                    : AnnexStyle.ActualEntry(indicator.Decimals)
            ),
            AnnexCell.MarkEntry => SheetCells.Empty(AnnexStyle.MarkEntry),
            AnnexCell.ReasonEntry or AnnexCell.TextEntry => SheetCells.Empty(AnnexStyle.TextEntry),
            _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, "Unknown cell."),
        };
}

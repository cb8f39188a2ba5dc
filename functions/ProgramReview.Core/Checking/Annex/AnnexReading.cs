using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Checking.Text;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Annex;

/// <summary>The figures of an annex as a body wrote them: for each indicator and period that was asked, what stands there.</summary>
public sealed record AnnexReading
{
    /// <summary>The hidden sheet of our form, which holds no figures.</summary>
    private const string IdSheet = "ids";

    private AnnexReading() { }

    /// <summary>What was asked.</summary>
    public required AnnexDefinition Asked { get; init; }

    /// <summary>One for each row and column that was found, rows in plan order.</summary>
    public IReadOnlyList<AnnexValue> Values { get; private init; } = [];

    /// <summary>The sheet they stand on, where the workbook has more than one that is seen.</summary>
    public string? Sheet { get; private init; }

    /// <summary>Whether a table was found at all.</summary>
    internal bool HasTable { get; private init; }

    /// <summary>The rows that are asked for, as often as they were found.</summary>
    internal IReadOnlyList<AnnexRowNote> Rows { get; private init; } = [];

    /// <summary>Rows with values that nobody asked for.</summary>
    internal IReadOnlyList<AnnexRowNote> UnknownRows { get; private init; } = [];

    /// <summary>Rows whose unit is another one.</summary>
    internal IReadOnlyList<AnnexRowNote> ChangedUnits { get; private init; } = [];

    /// <summary>The columns of values, as often as they were found.</summary>
    internal IReadOnlyList<AnnexValueColumn> Columns { get; private init; } = [];

    /// <summary>How text was written if not in Unicode.</summary>
    internal LegacyEncoding? Legacy { get; private init; }

    /// <summary>What stands there for an indicator and a period; null if its row or column was not found.</summary>
    public AnnexValue? Of(string indicator, string period) =>
        Values.FirstOrDefault(value =>
            value.Indicator.Code == indicator && value.Period.Code == period
        );

    /// <summary>Reads an annex.</summary>
    /// <param name="facts">The cells.</param>
    /// <param name="asked">What the body is asked for.</param>
    public static AnnexReading Of(AnnexFacts facts, AnnexDefinition asked)
    {
        var legacy = EncodingOf(facts);
        var nothing = new AnnexReading { Asked = asked, Legacy = legacy };
        // Of several sheets that with most of the periods; one that is hidden only if no other has any.
        var found = facts
            .Sheets.Where(sheet => sheet.Name != IdSheet)
            .Select(sheet => new SheetGrid(sheet, text => LegacyText.Decode(text, legacy)))
            .Select(grid => (Grid: grid, Columns: new ColumnFinder(grid, asked).Find()))
            .Where(one => one.Columns is not null)
            .OrderBy(one => one.Grid.Sheet.IsHidden)
            .ThenByDescending(one =>
                one.Columns!.Values.DistinctBy(column => column.Period.Code).Count()
            )
            .FirstOrDefault();
        return found.Columns is { } columns
            ? nothing.With(
                found.Grid,
                columns,
                facts.Sheets.Count(sheet => !sheet.IsHidden) > 1 ? found.Grid.Sheet.Name : null
            )
            : nothing;
    }

    private AnnexReading With(SheetGrid grid, AnnexColumns columns, string? sheet)
    {
        var finder = new RowFinder(grid, columns, Asked);
        var rows = finder.Find().ToList();
        var reader = ValueReader.For(
            columns.Values.SelectMany(column =>
                grid.ByColumn[column.Column]
                    .Where(cell => cell.Kind == SheetCellKind.Text && cell.Row > columns.HeadRow)
                    .Select(cell => cell.Written)
            )
        );
        return this with
        {
            Sheet = sheet,
            HasTable = true,
            Columns = columns.Values,
            Rows =
            [
                .. rows.Where(row => row.Indicator is not null)
                    .Select(row => Note(row, columns.Name ?? columns.Code)),
            ],
            UnknownRows =
            [
                .. rows.Where(row => row.Indicator is null).Select(row => Note(row, columns.Name)),
            ],
            ChangedUnits =
            [
                .. rows.Where(row =>
                        row.Indicator is not null
                        && grid.TextAt(row.Row, columns.Unit) is { Length: > 0 } unit
                        && !RowFinder.IsUnitOf(unit, row.Indicator)
                    )
                    .Select(row => Note(row, columns.Unit)),
            ],
            Values =
            [
                .. Asked.Rows.SelectMany(asked =>
                    rows.Where(row => row.Indicator?.Code == asked.Indicator.Code)
                        .Take(1)
                        .SelectMany(row =>
                            columns
                                .Values.DistinctBy(column => column.Period.Code)
                                .Select(column => Value(row.Row, asked.Indicator, column))
                        )
                ),
            ],
        };

        AnnexRowNote Note((int Row, Indicator? Indicator) row, int? column) =>
            new(row.Indicator, Address(row.Row, column ?? 1), grid.TextAt(row.Row, column));

        AnnexValue Value(int row, Indicator indicator, AnnexValueColumn column)
        {
            var value = reader.Read(
                new AnnexValue(
                    indicator,
                    column.Period,
                    Address(row, column.Column),
                    AnnexValueState.Missing
                ),
                grid.At(row, column.Column)
            );
            return value with
            {
                IsHidden = value.IsHidden || (grid.Sheet.IsHidden && value.Written.Length > 0),
                IsMerged =
                    value.IsMerged || (value.Written.Length == 0 && IsCovered(row, column.Column)),
                IsPreliminary =
                    value.IsPreliminary
                    || column.IsPreliminary
                    || columns.Marks.Any(mark =>
                        mark.Period.Code == column.Period.Code
                        && grid.TextAt(row, mark.Column).Length > 0
                    ),
                Reason = Words(grid.TextAt(row, columns.Reason ?? columns.Remark)),
                Remark = Words(grid.TextAt(row, columns.Remark)),
            };
        }

        // Of several cells made one only the first holds something.
        bool IsCovered(int row, int column) =>
            (
                grid.ByRow[row].LastOrDefault(cell => cell.Column < column)
                    is { IsMerged: true } left
                && columns.Values.Any(one => one.Column == left.Column)
            )
            || (
                grid.ByColumn[column].LastOrDefault(cell => cell.Row < row)
                    is { IsMerged: true } above
                && above.Row > columns.HeadRow
            );
    }

    private static string Address(int row, int column) =>
        FormattableString.Invariant($"{SheetCell.ColumnName(column)}{row}");

    private static string? Words(string text) => text.Any(char.IsLetter) ? text : null;

    private static LegacyEncoding? EncodingOf(AnnexFacts facts)
    {
        var texts = facts
            .Sheets.SelectMany(sheet => sheet.Cells)
            .Where(cell => cell.Kind == SheetCellKind.Text)
            .Select(cell => cell.Written);
        // Programs keep fonts that no cell is set in any more: letters must speak for it, too.
        return
            facts.Fonts.Select(font => LegacyText.OfFont(font.Name)).FirstOrDefault() is { } byFont
            && !texts.Any(LegacyText.IsUnicode)
            ? byFont
            : LegacyText.OfTexts(texts);
    }
}

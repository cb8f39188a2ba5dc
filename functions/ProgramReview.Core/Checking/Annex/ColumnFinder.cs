using ProgramReview.Core.Checking.Text;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Annex;

/// <summary>Finds out what the columns of a sheet hold: by the hidden codes of our form, else by the words above them; never by their places.</summary>
internal sealed class ColumnFinder(SheetGrid grid, AnnexDefinition asked)
{
    // So many rows around the headings say what the columns hold: a title and notes, no more. Where a table begins further down, it is looked for by as
    // many rows at a time.
    private const int RowsAtOnce = 60;

    private const string ValueCode = "value/";
    private const string MarkCode = "preliminary/";

    private readonly HashSet<string> indicators = [.. asked.Rows.Select(row => row.Indicator.Code)];
    private readonly PeriodHeading headings = new(asked.Periods);

    /// <summary>What the columns hold; null if none holds values that are asked for.</summary>
    public AnnexColumns? Find()
    {
        if (grid.Rows.Count == 0)
        {
            return null;
        }
        var codes = CodesOfColumns();
        var headRow = RowOfHeadings();
        if (codes.Count == 0 && headRow is null)
        {
            return null;
        }
        var first = FirstRow(headRow ?? 0);
        var last = Math.Min(first - 1, (headRow ?? 0) + RowsAtOnce);
        var above = grid.Rows.TakeWhile(row => row <= last).TakeLast(2 * RowsAtOnce).ToList();
        var values = new List<AnnexValueColumn>();
        var marks = new List<(Period, int)>();
        foreach (var column in grid.Columns)
        {
            var code = codes.GetValueOrDefault(column);
            if (Coded(code, ValueCode) is { } coded)
            {
                values.Add(Column(coded, column, above));
            }
            else if (Coded(code, MarkCode) is { } marked)
            {
                marks.Add((marked, column));
            }
            else if (
                code is null
                && headRow is { } row
                && headings.Find(grid.TextAt(row, column)) is { } found
            )
            {
                if (found.Use == HeadingUse.Marks)
                {
                    marks.Add((found.Period, column));
                }
                else
                {
                    values.Add(Column(found.Period, column, above));
                }
            }
        }
        int? ByCode(string code) =>
            codes.Where(pair => pair.Value == code).Select(pair => (int?)pair.Key).FirstOrDefault();
        return values.Count == 0
            ? null
            : new AnnexColumns
            {
                HeadRow = first - 1,
                Values = values,
                Marks = marks,
                Code = CodeColumn(),
                Name = ByCode("name") ?? MostlyHolding(Names(), first),
                Unit =
                    ByCode("unit")
                    ?? grid.ColumnBelow(above, ColumnWords.SayUnit)
                    ?? MostlyHolding(Units(), first),
                Reason = ByCode("reason") ?? grid.ColumnBelow(above, ColumnWords.SayReason),
                Remark = ByCode("remark") ?? grid.ColumnBelow(above, ColumnWords.SayRemark),
            };
    }

    private Dictionary<int, string> CodesOfColumns() =>
        grid.Rows.Select(row =>
                grid.ByRow[row]
                    .Where(cell =>
                        cell.Written
                            is "name"
                                or "unit"
                                or "reason"
                                or "remark"
                                or "number"
                                or "span"
                                or "target"
                                or "source"
                        || cell.Written.Contains('/')
                    )
                    .ToDictionary(cell => cell.Column, cell => cell.Written.Trim())
            )
            .FirstOrDefault(codes => codes.Values.Any(code => Coded(code, ValueCode) is not null))
        ?? [];

    private Period? Coded(string? code, string kind) =>
        code is not null && code.StartsWith(kind, StringComparison.Ordinal)
            ? asked.Periods.FirstOrDefault(period => period.Code == code[kind.Length..])
            : null;

    // The further down, the more it takes to be a table: a year in some text or figure is no heading.
    private int? RowOfHeadings() =>
        grid
            .Rows.Chunk(RowsAtOnce)
            .Select((rows, i) => RowOfHeadings(rows, i == 0 ? 1 : Math.Min(2, asked.Periods.Count)))
            .FirstOrDefault(row => row is not null);

    private int? RowOfHeadings(int[] rows, int least)
    {
        var best = rows.Select(row =>
                (
                    Row: row,
                    Periods: grid.ByRow[row]
                        .Select(cell => headings.Find(cell.Written)?.Period.Code)
                        .OfType<string>()
                        .Distinct()
                        .Count()
                )
            )
            .MaxBy(row => row.Periods);
        return best.Periods >= least ? best.Row : null;
    }

    // A row of the form has its code, one of another table its name.
    private int FirstRow(int headRow)
    {
        var names = Names();
        return grid.Rows.Where(row =>
                    row > headRow
                    && grid.ByRow[row]
                        .Any(cell =>
                            indicators.Contains(cell.Written.Trim())
                            || names.Contains(Folding.Key(cell.Written))
                        )
                )
                .Select(row => (int?)row)
                .FirstOrDefault()
            ?? headRow + 1;
    }

    private AnnexValueColumn Column(Period period, int column, List<int> above)
    {
        var texts = above
            .Select(row => (Cell: grid.At(row, column), Text: OverColumn(row, column)))
            .ToList();
        return new AnnexValueColumn(
            period,
            column,
            texts.Select(text => text.Cell).LastOrDefault(cell => cell is not null)?.Address,
            !period.Estimate
                || texts.Any(text =>
                    PeriodHeading.IsNameOf(text.Text, period)
                    || PeriodHeading.SaysEstimate(text.Text)
                ),
            PeriodHeading.SaysPreliminary(
                texts.LastOrDefault(text => text.Text.Length > 0).Text ?? ""
            )
        );
    }

    // What stands above several columns stands in the first of them.
    private string OverColumn(int row, int column)
    {
        if (grid.TextAt(row, column) is { Length: > 0 } own)
        {
            return own;
        }
        var left = grid.ByRow[row].LastOrDefault(cell => cell.Column < column);
        return left is { IsMerged: true } ? left.Written : "";
    }

    // A unit may be spelt like the code of one indicator, but not of several.
    private int? CodeColumn()
    {
        var best = grid
            .Columns.Select(column =>
                (
                    Column: column,
                    Count: grid.ByColumn[column]
                        .Select(cell => cell.Written.Trim())
                        .Where(indicators.Contains)
                        .Distinct()
                        .Count()
                )
            )
            .MaxBy(column => column.Count);
        return best.Count >= Math.Clamp(indicators.Count, 1, 2) ? best.Column : null;
    }

    private int? MostlyHolding(HashSet<string> keys, int from) =>
        grid.ColumnHolding(text => keys.Contains(Folding.Key(text)), from);

    private HashSet<string> Names() =>
        [.. asked.Rows.SelectMany(row => Texts(row.Indicator.Name)).Select(Folding.Key)];

    private HashSet<string> Units() =>
        [.. asked.Rows.SelectMany(row => Texts(row.Indicator.Unit)).Select(Folding.Key)];

    private static string[] Texts(LocalizedText text) => [text.Vi, text.En, text.Hi];
}

using PdfSharp.UniversalAccessibility;
using ProgramReview.Functions.Forms.Flow;

namespace ProgramReview.Functions.Rendering.Pdf;

/// <summary>
/// A table that is written row by row. On each page it stands as a table of its own with its head; a row that is higher than a page is broken
/// between two lines.
/// </summary>
internal sealed class PdfTable
{
    private const double Inside = 4;
    private const double Above = 2;

    private readonly PdfPaper paper;
    private readonly PdfTypes types;
    private readonly IReadOnlyList<FlowColumn> columns;
    private readonly List<double> edges;

    /// <summary>Begins a table.</summary>
    public PdfTable(PdfPaper paper, PdfTypes types, IReadOnlyList<FlowColumn> columns)
    {
        (this.paper, this.types, this.columns) = (paper, types, columns);
        var (all, x) = ((double)columns.Sum(column => column.Share), PdfPaper.X);
        edges = [x];
        foreach (var column in columns)
        {
            x += paper.Width * column.Share / all;
            edges.Add(x);
        }
        // A head alone at the end of a page would head nothing.
        var head = Head();
        if (!paper.IsFresh && paper.Room < HeightOf(head) + (3 * types.Cell.Height))
        {
            paper.NewPage();
        }
        Begin();
    }

    /// <summary>Writes a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="number">The number of its note.</param>
    public void Write(FlowBlock.TableRow row, int number)
    {
        var rest = Lines(row, number);
        var note = row.Note;
        while (true)
        {
            var needed = HeightOf(rest) + paper.HeightOf(note, number);
            if (needed <= paper.Room)
            {
                break;
            }
            if (HasRows)
            {
                Next();
                continue;
            }
            // Higher than a page: as many lines as there is room for, at least one, and the rest on the next.
            var fits = Math.Max(
                1,
                (int)
                    Math.Floor(
                        (paper.Room - paper.HeightOf(note, number) - (2 * Above))
                            / types.Cell.Height
                    )
            );
            if (rest.Cells.Max(cell => cell.Count) <= fits)
            {
                break;
            }
            Noted(ref note, number);
            Draw(rest with { Cells = [.. rest.Cells.Select(cell => cell.Take(fits).ToList())] });
            rest = rest with { Cells = [.. rest.Cells.Select(cell => cell.Skip(fits).ToList())] };
            Next();
        }
        Noted(ref note, number);
        Draw(rest);
        HasRows = true;
    }

    /// <summary>Ends the table.</summary>
    public void End()
    {
        paper.Close();
        paper.Y += types.Cell.Height / 2;
    }

    // Whether a row stands below the head of this page.
    private bool HasRows { get; set; }

    private void Begin()
    {
        HasRows = false;
        paper.Open(PdfBlockLevelElementTag.Table);
        paper.Rule(edges[0], paper.Y, edges[^1], paper.Y);
        Draw(Head());
    }

    private void Next()
    {
        paper.Close();
        paper.NewPage();
        Begin();
    }

    private void Noted(ref string? note, int number)
    {
        if (note is not null)
        {
            paper.Note(note, number);
            note = null;
        }
    }

    private RowLines Head() =>
        new(
            [
                .. columns.Select(
                    (column, i) => types.CellHead.Lines(column.Title, WidthOf(i, i + 1)).ToList()
                ),
            ],
            types.CellHead,
            PdfBlockLevelElementTag.TableHeaderCell
        );

    private RowLines Lines(FlowBlock.TableRow row, int number)
    {
        var mark = row.Note is null ? "" : PdfFlow.Mark(number);
        return row.Cells is [var alone] && columns.Count > 1
            ? new(
                [types.CellHead.Lines(alone + mark, WidthOf(0, columns.Count)).ToList()],
                types.CellHead,
                PdfBlockLevelElementTag.TableHeaderCell
            )
            : new(
                [
                    .. row.Cells.Select(
                        (cell, i) =>
                            (i == 0 ? cell + mark : cell)
                                .Split('\n')
                                .SelectMany(line => types.Cell.Lines(line, WidthOf(i, i + 1)))
                                .ToList()
                    ),
                ],
                types.Cell,
                PdfBlockLevelElementTag.TableDataCell
            );
    }

    private double WidthOf(int from, int to) => edges[to] - edges[from] - (2 * Inside);

    private static double HeightOf(RowLines row) =>
        (row.Cells.Max(cell => cell.Count) * row.Type.Height) + (2 * Above);

    private void Draw(RowLines row)
    {
        var (top, bottom) = (paper.Y, paper.Y + HeightOf(row));
        paper.Open(PdfBlockLevelElementTag.TableRow);
        foreach (var (i, cell) in row.Cells.Index())
        {
            var right = row.Cells.Count == 1 ? edges[^1] : edges[i + 1];
            // What a body's name heads is the row.
            var tag = i == 0 ? PdfBlockLevelElementTag.TableHeaderCell : row.Tag;
            paper.Tagged(
                tag,
                () =>
                {
                    foreach (var (at, line) in cell.Index())
                    {
                        var x =
                            columns[i].IsNumber && row.Cells.Count > 1
                                ? right - Inside - row.Type.Width(line)
                                : edges[i] + Inside;
                        paper.Draw(x, top + Above + (at * row.Type.Height), line, row.Type);
                    }
                }
            );
        }
        paper.Close();
        foreach (var edge in row.Cells.Count == 1 ? [edges[0], edges[^1]] : edges)
        {
            paper.Rule(edge, top, edge, bottom);
        }
        paper.Rule(edges[0], bottom, edges[^1], bottom);
        paper.Y = bottom;
    }

    private sealed record RowLines(
        IReadOnlyList<List<string>> Cells,
        PdfType Type,
        PdfBlockLevelElementTag Tag
    );
}

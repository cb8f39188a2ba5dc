using System.Runtime.CompilerServices;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Forms;

namespace ProgramReview.Functions.Rendering.Sheets;

/// <summary>
/// The sheet of figures: a row for each node, indicator and period, each node behind those that it was made from, the whole last. What those
/// below make is a formula over their rows, so that every total can be followed down to what a body wrote, and reckoned anew.
/// </summary>
/// <param name="content">The dossier.</param>
/// <param name="most">So many rows a sheet takes; where there are more, the lowest nodes are left out.</param>
internal sealed class FigureLedger(DossierContent content, int most = FigureLedger.MostRows)
{
    private const int MostRows = 1_000_000;

    // Where these stand among the columns of a figure.
    private const int Own = 4;
    private const int Below = 10;
    private static readonly int Weight = FigureSheet.Head(Language.En).Count();

    private int number = 1;

    /// <summary>Its name.</summary>
    public string Name => content.T("dossier.sheet.figures");

    /// <summary>The rows of the whole, by cell; empty before the sheet is written.</summary>
    public IReadOnlyDictionary<int, int> Whole { get; private set; } = new Dictionary<int, int>();

    /// <summary>The sheet.</summary>
    public SheetPlan Sheet(CancellationToken cancellation) =>
        new(Name, [.. FigureSheet.Widths, 16, 16], RowsAsync(cancellation)) { Head = 1 };

    /// <summary>What those below make in a row of this sheet, for formulas of another one.</summary>
    public string TotalAt(int row) => $"{SheetPlan.Reference(Name)}!{At(Below, row)}";

    private async IAsyncEnumerable<IEnumerable<Cell>> RowsAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        yield return FigureSheet
            .Head(content.Language)
            .Append(content.T("dossier.sheet.weight"))
            .Append(content.T("figures.record"))
            .Select(name => SheetCells.Text(name, AnnexStyle.Head));
        if (await content.WholeAsync(cancellation) is not { } whole)
        {
            yield break;
        }
        var told = new List<Brought>();
        await foreach (var row in WalkAsync(whole, DepthOf(whole.Layout), told, cancellation))
        {
            yield return row.Select(FigureSheet.CellOf);
        }
        Whole = told[0].Rows;
    }

    private async IAsyncEnumerable<object?[]> WalkAsync(
        FigureView view,
        int depth,
        List<Brought> siblings,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var below = new List<Brought>();
        if (depth > 0)
        {
            await foreach (var child in content.Below(view, cancellation))
            {
                await foreach (var row in WalkAsync(child, depth - 1, below, cancellation))
                {
                    yield return row;
                }
            }
        }
        int[] cells =
        [
            .. Enumerable
                .Range(0, view.Layout.Count)
                .Where(cell =>
                    view.Figures.Own(cell) is not null || view.Figures.BelowAt(cell) is not null
                ),
        ];
        var rows = cells.Select(cell => KeyValuePair.Create(cell, ++number)).ToDictionary();
        foreach (
            var (cell, row) in cells.Zip(FigureSheet.Rows(content.Reader, view, indicator: null))
        )
        {
            var (total, weight) = Made(view, cell, rows[cell], below);
            row[Below] = total ?? row[Below];
            yield return [.. row, weight, view.Hash[..12]];
        }
        siblings.Add(new Brought(FigureShares.Of(view.Layout, view.Figures, view.Hash), rows));
    }

    // What those below make of the cell, and for a mean what weighs them together, from the rows that bring something into it; mere numbers where those
    // are left out.
    private static (SheetFormula? Total, SheetFormula? Weight) Made(
        FigureView view,
        int cell,
        int at,
        List<Brought> below
    )
    {
        var indicator = view.Layout.IndicatorOf(cell);
        var terms = below
            .Select(child => child.Term(view.Layout, cell))
            .OfType<(string Value, string? Weight)>()
            .ToList();
        return view.Figures.BelowAt(cell) switch
        {
            Aggregate.Sum { Value: { } total } => (
                new(Sum(terms.Select(term => term.Value)), total, indicator.Decimals),
                null
            ),
            Aggregate.Mean { Value: { } mean } made => (
                new(
                    terms.Count == 0
                        ? null
                        : $"({string.Join('+', terms.Select(term => $"{term.Value}*{term.Weight}"))})/{At(Weight, at)}",
                    mean,
                    indicator.Decimals
                ),
                new(
                    Sum(terms.Select(term => term.Weight!)),
                    made.Weight,
                    view.Layout.IndicatorOf(view.Layout.WeightOf(cell)!.Value).Decimals
                )
            ),
            _ => (null, null),
        };
    }

    private static string? Sum(IEnumerable<string> cells) =>
        string.Join(',', cells) is { Length: > 0 } joined ? $"SUM({joined})" : null;

    private int DepthOf(FigureLayout layout)
    {
        var tree = FigureTree.Of(content.Plan);
        var room = most / Math.Max(1, layout.Count);
        var (depth, count) = (0, 1);
        IReadOnlyList<FanOutNode> level = [FanOutNode.Root];
        while (level.Count > 0)
        {
            level = [.. level.SelectMany(tree.Children)];
            count += level.Count;
            if (count > room)
            {
                break;
            }
            depth++;
        }
        return depth;
    }

    private static string At(int column, int row) => $"{SheetCells.Letter(column)}{row}";

    /// <summary>What a node brings into the one above, and where it stands in the sheet.</summary>
    private sealed record Brought(FigureShares Shares, IReadOnlyDictionary<int, int> Rows)
    {
        /// <summary>The cells that hold what it brings into a cell, and what weighs that; null where it brings nothing.</summary>
        public (string Value, string? Weight)? Term(FigureLayout layout, int cell)
        {
            var weight = layout.WeightOf(cell);
            return Shares.Cells[cell] switch
            {
                { Value: not null, Weight: not null } when weight is { } by => (
                    At(Own, Rows[cell]),
                    At(Own, Rows[by])
                ),
                { Value: not null } when weight is null => (At(Own, Rows[cell]), null),
                { Below: Aggregate.Sum { Value: not null } } => (At(Below, Rows[cell]), null),
                { Below: Aggregate.Mean { Value: not null } } => (
                    At(Below, Rows[cell]),
                    At(FigureLedger.Weight, Rows[cell])
                ),
                _ => null,
            };
        }
    }
}

using System.Globalization;
using System.Text.Json;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.Audit;

/// <summary>A cell in which a record of figures says something else than those added up again.</summary>
/// <param name="Where">Body, indicator and period.</param>
/// <param name="What">Both values, in a sentence.</param>
internal sealed record FigureContradiction(string Where, string What)
{
    /// <summary>All cells of a node that differ.</summary>
    /// <param name="layout">The cells.</param>
    /// <param name="said">The record.</param>
    /// <param name="follows">The figures added up again.</param>
    public static IEnumerable<FigureContradiction> Between(
        FigureLayout layout,
        FigureNode said,
        FigureNode follows
    )
    {
        for (var cell = 0; cell < layout.Count; cell++)
        {
            var where =
                $"{NameOf(follows.Node)}, {layout.IndicatorOf(cell).Code}, {layout.PeriodOf(cell).Code}";
            foreach (var (now, then) in follows.Reports.Zip(said.Reports))
            {
                if (IsOther(now.Cells[cell], then.Cells[cell]))
                {
                    yield return new(
                        where,
                        $"the record says {Show(then.Cells[cell])}, the file {now.Sha256?[..12]} says {Show(now.Cells[cell])}."
                    );
                }
            }
            if (IsOther(follows.BelowAt(cell), said.BelowAt(cell)))
            {
                yield return new(
                    where,
                    $"the record sums {Show(said.BelowAt(cell)?.Value)}, those below make {Show(follows.BelowAt(cell)?.Value)}."
                );
            }
        }
        if (
            IsOther(
                follows.Reports.Select(report => report with { Cells = [] }),
                said.Reports.Select(report => report with { Cells = [] })
            )
        )
        {
            yield return new(
                NameOf(follows.Node),
                "another version counts, or it stands to time otherwise."
            );
        }
    }

    private static string NameOf(FanOutNode node) =>
        node == FanOutNode.Root ? "the whole" : node.ToString();

    private static bool IsOther<T>(T one, T other) =>
        JsonSerializer.Serialize(one) != JsonSerializer.Serialize(other);

    private static string Show(OwnFigure? figure) =>
        figure is null ? "nothing"
        : figure.Value is { } value ? $"{Show(value)} in cell {figure.Cell}"
        : figure.Reason is { } reason ? $"no value ({reason})"
        : "no value";

    private static string Show(decimal? value) =>
        value?.ToString(CultureInfo.InvariantCulture) ?? "no value";
}

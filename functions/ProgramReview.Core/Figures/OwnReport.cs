using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Figures;

/// <summary>One report in the record of the node that it speaks for.</summary>
public sealed record OwnReport
{
    /// <summary>No value needs to be larger: what is, was mistyped or means harm, and is no value.</summary>
    public const decimal Greatest = 1_000_000_000_000_000;

    private const int MostDecimals = Planning.Indicator.MostDecimals;

    /// <summary>The assignment.</summary>
    public required AssignmentId Assignment { get; init; }

    /// <summary>Whether it tells figures.</summary>
    public ReportStanding Standing { get; init; }

    /// <summary>Whether it came late.</summary>
    public bool IsLate { get; init; }

    /// <summary>The part that counts, or null.</summary>
    public string? Part { get; init; }

    /// <summary>The version that counts, or null.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What it says in each cell of the layout; null where it is not asked.</summary>
    public IReadOnlyList<OwnFigure?> Cells { get; init; } = [];

    /// <summary>Lays a report's figures out; what it says without being asked is left out.</summary>
    public static OwnReport Of(FigureLayout layout, ReportFigures figures)
    {
        var cells = new OwnFigure?[layout.Count];
        foreach (var (i, indicator) in layout.Indicators.Index())
        {
            if (layout.IsAsked(figures.Assignment, indicator))
            {
                Array.Fill(cells, OwnFigure.None, layout.Cell(i, 0), layout.Periods.Count);
            }
        }
        if (figures.Standing == ReportStanding.Counts)
        {
            foreach (var value in figures.Values)
            {
                // Of two rows for the same, neither is more right: rules of the annex find them; here the first counts.
                if (
                    layout.Find(value.Indicator, value.Period) is { } cell
                    && ReferenceEquals(cells[cell], OwnFigure.None)
                )
                {
                    cells[cell] = Figure(value);
                }
            }
        }
        return new()
        {
            Assignment = figures.Assignment,
            Standing = figures.Standing,
            IsLate = figures.IsLate,
            Part = figures.Part,
            Sha256 = figures.Sha256,
            Cells = cells,
        };
    }

    private static OwnFigure Figure(ReportedValue value) =>
        new()
        {
            Value =
                value.Value is { } number
                && decimal.Abs(number) <= Greatest
                && decimal.Round(number, MostDecimals) == number
                    ? number.Scale > MostDecimals
                        ? decimal.Round(number, MostDecimals)
                        : number
                    : null,
            Cell = value.Cell,
            Reason = string.IsNullOrWhiteSpace(value.Reason) ? null : value.Reason,
            IsPreliminary = value.IsPreliminary,
            IsUnexplained = value.IsUnexplained,
        };
}

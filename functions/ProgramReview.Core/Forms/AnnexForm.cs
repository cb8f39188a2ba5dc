using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Forms;

/// <summary>The sheet in which one body writes the figures of one report: a row for each indicator, a column for each period.</summary>
/// <param name="Assignment">Whose annex it is.</param>
/// <param name="Hash">The hash of the annex definition that it was made from (<see cref="AnnexDefinition.Hash"/>).</param>
/// <param name="Body">The body that writes.</param>
/// <param name="Title">The report's title.</param>
/// <param name="Columns">From left to right: what is asked, what the body writes, what was known before.</param>
/// <param name="Rows">In plan order.</param>
public sealed record AnnexForm(
    AssignmentId Assignment,
    string Hash,
    LocalizedText Body,
    LocalizedText Title,
    IReadOnlyList<AnnexColumn> Columns,
    IReadOnlyList<AnnexFormRow> Rows
)
{
    /// <summary>The form of an assignment of the plan, or null if it is asked for no figures.</summary>
    public static AnnexForm? Of(PlanLookup plan, AssignmentId assignment)
    {
        var asked = AnnexDefinition.Of(plan, assignment);
        if (asked.Rows.Count == 0)
        {
            return null;
        }
        IReadOnlyList<AnnexColumn> columns = [.. ColumnsOf(asked)];
        return new AnnexForm(
            assignment,
            asked.Hash,
            plan.Body(assignment.Body).Name,
            plan.ReportType(assignment.ReportType).Title,
            columns,
            [
                .. asked.Rows.Select(
                    (row, i) =>
                        new AnnexFormRow(
                            row.Indicator.Code,
                            [.. columns.Select(column => CellOf(column, row, i + 1, asked.Periods))]
                        )
                ),
            ]
        );
    }

    // What the body writes stands side by side, so that a row copied from elsewhere fits; what nobody needs has no column.
    private static IEnumerable<AnnexColumn> ColumnsOf(AnnexDefinition asked)
    {
        var rows = asked.Rows;
        yield return new AnnexColumn.Number();
        yield return new AnnexColumn.Name();
        yield return new AnnexColumn.Unit();
        if (rows.Any(row => row.Indicator.Cumulative))
        {
            yield return new AnnexColumn.Span();
        }
        if (rows.Any(row => row.Indicator.Target is not null))
        {
            yield return new AnnexColumn.Target();
        }
        foreach (var period in asked.Periods)
        {
            yield return new AnnexColumn.Value(period);
        }
        foreach (var period in asked.Periods.Where(period => period.MayBePreliminary))
        {
            yield return new AnnexColumn.Preliminary(period);
        }
        yield return new AnnexColumn.Reason();
        yield return new AnnexColumn.Remark();
        var known = rows.SelectMany(row => row.Earlier)
            .Select(earlier => earlier.Period)
            .ToHashSet(StringComparer.Ordinal);
        if (known.Count == 0)
        {
            yield break;
        }
        foreach (var period in asked.Periods.Where(period => known.Contains(period.Code)))
        {
            yield return new AnnexColumn.Earlier(period);
        }
        yield return new AnnexColumn.Source();
    }

    private static AnnexCell CellOf(
        AnnexColumn column,
        AnnexRow row,
        int number,
        IReadOnlyList<Period> periods
    ) =>
        column switch
        {
            AnnexColumn.Number => new AnnexCell.Ordinal(number),
            AnnexColumn.Name => new AnnexCell.Words(row.Indicator.Name),
            AnnexColumn.Unit => new AnnexCell.Words(row.Indicator.Unit),
            AnnexColumn.Span => new AnnexCell.Span(row.Indicator.Cumulative),
            AnnexColumn.Target => Figure(row.Indicator.Target, row.Indicator),
            AnnexColumn.Value => new AnnexCell.ValueEntry(row.Indicator),
            AnnexColumn.Preliminary => new AnnexCell.MarkEntry(),
            AnnexColumn.Reason => new AnnexCell.ReasonEntry(),
            AnnexColumn.Remark => new AnnexCell.TextEntry(),
            AnnexColumn.Earlier(var period) => Figure(
                row.Earlier.FirstOrDefault(earlier => earlier.Period == period.Code)?.Value,
                row.Indicator
            ),
            AnnexColumn.Source => Source(row, periods),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Unknown column."),
        };

    private static AnnexCell Figure(decimal? value, Indicator indicator) =>
        value is { } known
            ? new AnnexCell.Figure(known, indicator.Decimals)
            : new AnnexCell.Blank();

    private static AnnexCell Source(AnnexRow row, IReadOnlyList<Period> periods)
    {
        if (row.Earlier.Count == 0)
        {
            return new AnnexCell.Blank();
        }
        var titles = periods.ToDictionary(period => period.Code, period => period.Title);
        return new AnnexCell.Words(
            new LocalizedText(In(Language.Vi), In(Language.En), In(Language.Hi))
        );

        string In(Language language) =>
            string.Join(
                "; ",
                row.Earlier.Select(earlier =>
                    $"{titles[earlier.Period].In(language)}: {earlier.Source}"
                )
            );
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Planning;

/// <summary>The data annex that one body is asked for in one report: rows by columns.</summary>
public sealed class AnnexDefinition
{
    private readonly AssignmentId assignment;
    private readonly Lazy<string> hash;

    private AnnexDefinition(
        AssignmentId assignment,
        IReadOnlyList<AnnexRow> rows,
        IReadOnlyList<Period> periods
    )
    {
        (this.assignment, Rows, Periods) = (assignment, rows, periods);
        // Asked for of forms alone, and dear beside all else here.
        hash = new Lazy<string>(HashOf);
    }

    /// <summary>The indicators asked, in plan order; none: no annex is asked.</summary>
    public IReadOnlyList<AnnexRow> Rows { get; }

    /// <summary>The columns, in plan order.</summary>
    public IReadOnlyList<Period> Periods { get; }

    /// <summary>
    /// SHA-256 of all that a filled form depends on, lower-case hexadecimal. It is of this annex, not of the plan: a changed contact, date or
    /// other body's row leaves filled forms valid.
    /// </summary>
    public string Hash => hash.Value;

    /// <summary>The annex of an assignment of the plan.</summary>
    public static AnnexDefinition Of(PlanLookup plan, AssignmentId assignment)
    {
        var (kind, type) = (
            plan.Body(assignment.Body).Kind,
            plan.ReportType(assignment.ReportType)
        );
        var periods = plan.Plan.Periods ?? [];
        IReadOnlyList<AnnexRow> rows =
        [
            .. (plan.Plan.Indicators ?? [])
                .Where(indicator => indicator.IsAskedOf(kind, type))
                .Select(indicator => new AnnexRow(
                    indicator,
                    Earlier(plan.Plan, indicator, assignment)
                )),
        ];
        return new AnnexDefinition(assignment, rows, periods);
    }

    // What is added up into a value of the whole cannot be compared with it; the report about the whole can.
    private static List<EarlierFigure> Earlier(
        Plan plan,
        Indicator indicator,
        AssignmentId assignment
    )
    {
        var isWhole =
            indicator.RollUp == RollUp.None || assignment.ReportType == plan.ConsolidatedReport;
        return
        [
            .. (plan.Periods ?? []).SelectMany(period =>
                indicator
                    .Earlier.Where(earlier =>
                        earlier.Period == period.Code
                        && (earlier.Body is { } of ? of == assignment.Body : isWhole)
                    )
                    // Its own value says more to a body than that of the whole.
                    .OrderBy(earlier => earlier.Body is null)
                    .Take(1)
            ),
        ];
    }

    // Named one by one: what a filled form does not depend on, such as who else is asked, must not make it stale.
    private string HashOf()
    {
        var canonical = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                assignment.Body,
                assignment.ReportType,
                Rows = Rows.Select(row => new
                {
                    row.Indicator.Code,
                    row.Indicator.Name,
                    row.Indicator.Unit,
                    row.Indicator.Kind,
                    row.Indicator.Decimals,
                    row.Indicator.Min,
                    row.Indicator.Max,
                    row.Indicator.Cumulative,
                    row.Indicator.Direction,
                    row.Indicator.Target,
                    row.Earlier,
                }),
                Periods = Periods.Select(period => new
                {
                    period.Code,
                    period.Title,
                    period.To,
                    period.Estimate,
                    period.MayBePreliminary,
                }),
            }
        );
        return Convert.ToHexStringLower(SHA256.HashData(canonical));
    }
}

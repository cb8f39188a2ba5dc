using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;

namespace ProgramReview.Functions.Tests.Material;

/// <summary>Figures of a plan as bodies tell them: most give all, some are late or missing, and here and there is a gap of each kind.</summary>
internal static class FigureSample
{
    public const string Reason = "=HYPERLINK(\"http://example.com\")";

    /// <summary>The whole, and the nodes directly below it.</summary>
    public static IReadOnlyList<FigureView> Views(Plan plan)
    {
        var lookup = new PlanLookup(plan);
        var layout = FigureLayout.Of(lookup);
        var kept = Kept(plan).ToDictionary(one => one.Figures.Node);
        return
        [
            .. FigureTree
                .Of(lookup)
                .Children(FanOutNode.Root)
                .Prepend(FanOutNode.Root)
                .Select(node => new FigureView(layout, kept[node].Figures, kept[node].Hash)),
        ];
    }

    /// <summary>The records of all nodes.</summary>
    public static IEnumerable<KeptFigures> Kept(Plan plan)
    {
        var lookup = new PlanLookup(plan);
        return FigureFold.All(lookup, id => Told(lookup, id));
    }

    private static ReportFigures Told(PlanLookup plan, AssignmentId id)
    {
        var at = plan.Assignments.ToList().IndexOf(id);
        if (at % 7 == 3)
        {
            return ReportFigures.Missing(id);
        }
        var annex = AnnexDefinition.Of(plan, id);
        return new ReportFigures
        {
            Assignment = id,
            Standing = at % 11 == 5 ? ReportStanding.Exempt : ReportStanding.Counts,
            IsLate = at % 5 == 1,
            Part = "annex",
            Sha256 = new string((char)('a' + (at % 6)), 64),
            Values =
            [
                .. annex.Rows.SelectMany(
                    (row, i) =>
                        annex.Periods.Select(
                            (period, j) =>
                                new ReportedValue(
                                    row.Indicator.Code,
                                    period.Code,
                                    (at + i + j) % 9 == 0 ? null
                                        : row.Indicator.Kind == IndicatorKind.Percent
                                            ? 90.25m + (at % 9)
                                        : 1_000 + (10 * at) + j,
                                    $"{(char)('C' + j)}{7 + i}"
                                )
                                {
                                    Reason = (at + i) % 2 == 0 ? Reason : null,
                                    IsPreliminary = period.MayBePreliminary,
                                    IsUnexplained = (at + j) % 13 == 0,
                                }
                        )
                ),
            ],
        };
    }
}

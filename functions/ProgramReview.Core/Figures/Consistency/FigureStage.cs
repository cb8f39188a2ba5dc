using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures.Consistency;

/// <summary>When authors are asked about figures that do not go together: not while those beside them can still be sent.</summary>
public static class FigureStage
{
    /// <summary>Whether all reports that bear figures and have been asked for are settled, and some have been asked for.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="all">What all assignments of the plan add up to.</param>
    public static bool IsSettled(PlanLookup plan, NodeRow all)
    {
        var tree = FigureTree.Of(plan);
        List<string> begun =
        [
            .. plan
                .Assignments.Where(id => tree.PlaceOf(id) is not null)
                .Select(id => id.ReportType)
                .Distinct()
                .Where(type =>
                    all.Standings.Any(one =>
                        one.Standing.ReportType == type && one.Standing.Window > 0
                    )
                ),
        ];
        return begun.Count > 0
            && begun.TrueForAll(type => all.Settled(type) == plan.ReportType(type).OwedBy.Count);
    }
}

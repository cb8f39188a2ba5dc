using ProgramReview.Core.Audit;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;

namespace ProgramReview.Functions.Requesting;

/// <summary>The terms that the plan gives an assignment's first generation.</summary>
internal static class PlannedTerms
{
    public static ReportTerms Of(PlanLookup plan, AssignmentId assignment)
    {
        var type = plan.ReportType(assignment.ReportType);
        return new ReportTerms
        {
            Generation = 1,
            Cause = OpeningCause.Plan,
            Opens = plan.Plan.Opens,
            OpensAtLatest = type.OpensAtLatest,
            Due = type.Due,
            Closes = type.Closes,
            Reminders = type.Reminders,
        };
    }
}

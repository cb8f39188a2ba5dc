using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;

namespace ProgramReview.Functions.Requesting;

/// <summary>The terms that the plan gives an assignment's first window.</summary>
internal static class PlannedTerms
{
    public static ReportTerms Of(PlanLookup plan, AssignmentId assignment)
    {
        var type = plan.ReportType(assignment.ReportType);
        return new ReportTerms
        {
            Window = 1,
            Cause = OpeningCause.Plan,
            Opens = plan.Plan.Opens,
            OpensAtLatest = type.OpensAtLatest,
            Due = type.Due,
            Closes = type.Closes,
            Reminders = type.Reminders,
        };
    }
}

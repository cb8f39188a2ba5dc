using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking;

/// <summary>One file of an assignment, read, with all that rules ask of the plan.</summary>
/// <param name="Plan">The plan in force.</param>
/// <param name="Assignment">Whose report it is.</param>
/// <param name="Part">What was asked.</param>
/// <param name="Content">What was read.</param>
public sealed record CheckSubject(
    PlanLookup Plan,
    AssignmentId Assignment,
    ReportPart Part,
    ContentFacts Content
)
{
    /// <summary>The report type that the assignment is of.</summary>
    public ReportType Type => Plan.ReportType(Assignment.ReportType);
}

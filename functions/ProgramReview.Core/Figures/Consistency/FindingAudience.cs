using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures.Consistency;

/// <summary>Whom a finding between reports goes to.</summary>
/// <param name="Authors">The reports whose authors are asked.</param>
/// <param name="Consolidated">The consolidated report, whose author reads every finding.</param>
/// <param name="Operations">Who operates the cycle, and reads every finding too.</param>
public sealed record FindingAudience(
    IReadOnlyList<AssignmentId> Authors,
    AssignmentId Consolidated,
    Person Operations
)
{
    /// <summary>The audience of a finding.</summary>
    public static FindingAudience Of(PlanLookup plan, ConsistencyFinding finding) =>
        new(
            finding.Authors,
            plan.Assignments.First(id => id.ReportType == plan.Plan.ConsolidatedReport),
            plan.Plan.Operations
        );
}

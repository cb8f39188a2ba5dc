using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Approving;

/// <summary>Knows who sent the consolidated report that counts.</summary>
public sealed class Senders(IEventStore record)
{
    /// <summary>Their person ids.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(
        PlanLookup plan,
        CancellationToken cancellation
    )
    {
        var consolidated = plan.Assignments.Single(assignment =>
            assignment.ReportType == plan.Plan.ConsolidatedReport
        );
        var report = (await record.ReadAsync(consolidated.Stream, cancellation)).Assignment;
        return [.. report.Submissions.Where(report.Counts).Select(one => one.Person)];
    }
}

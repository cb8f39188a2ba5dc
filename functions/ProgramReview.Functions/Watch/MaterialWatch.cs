using Microsoft.DurableTask.Client;
using ProgramReview.Core.Material;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Watch;

/// <summary>Has material made when the consolidated report has opened, and day by day until it is settled.</summary>
public sealed class MaterialWatch(IndexReader index, MaterialHandler material, TimeProvider clock)
{
    /// <summary>Looks at a cycle; at most one row is read.</summary>
    public async Task LookAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CancellationToken cancellation
    )
    {
        var consolidated = cycle.Plan.Assignments.FirstOrDefault(id =>
            id.ReportType == cycle.Plan.Plan.ConsolidatedReport
        );
        if (
            consolidated is not null
            && MaterialRules.Steps(cycle.Plan).Count > 0
            && MaterialRules.IsDue(
                cycle.State,
                await index.RowAsync(cycle.Plan, consolidated, cancellation),
                clock.GetUtcNow()
            )
        )
        {
            await material.AskAsync(client, cycle, by: null, cancellation);
        }
    }
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Requesting;

/// <summary>Wakes the processes whose report type comes after this one; they look for themselves whether their stage may open.</summary>
internal sealed class WakeLaterStagesActivity(Cycles cycles)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, ReportInput input) =>
        context.CallActivityAsync(nameof(WakeLaterStagesActivity), input, Retries.Standard);

    /// <summary>Rings; may run more than once.</summary>
    [Function(nameof(WakeLaterStagesActivity))]
    public async Task RunAsync(
        [ActivityTrigger] ReportInput input,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var plan = await cycles.PlanAsync(input.Cycle.Cycle, cancellation);
        foreach (
            var assignment in plan.Assignments.Where(id =>
                plan.ReportType(id.ReportType).WaitsFor(id.Body, input.Assignment)
            )
        )
        {
            await client.WakeAsync(assignment.InstanceId(window: 1), cancellation);
        }
    }
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Requesting;

/// <summary>Wakes the processes that waited for this report; they look for themselves whether their stage may open.</summary>
internal sealed class WakeLaterStagesActivity(
    Cycles cycles,
    IEventStore record,
    IRowWriter rows,
    IndexReader index
)
{
    private const int AtOnce = 16;

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
        var settled = input.Assignment;
        var own = plan.Plan.ReportTypes.Where(type =>
            type.AfterOwn.Contains(settled.ReportType) && type.OwedBy.Contains(settled.Body)
        );
        var after = plan.Plan.ReportTypes.Where(type => type.After.Contains(settled.ReportType));
        if (!own.Any() && !after.Any())
        {
            return;
        }
        // Whoever wrote that it is settled may have died before the row was there, and those who are rung look at rows.
        await rows.WriteAsync(
            settled,
            await record.ReadAsync(settled.Stream, cancellation),
            cancellation
        );
        foreach (var type in own)
        {
            var waiting = settled with { ReportType = type.Code };
            await client.WakeAsync(waiting.InstanceId(window: 1), cancellation);
        }
        if (after.Any())
        {
            await WakeAsync(plan, after, client, cancellation);
        }
    }

    // Whoever settles last rings everybody who still waits; all before them have nobody to ring.
    private async Task WakeAsync(
        PlanLookup plan,
        IEnumerable<ReportType> after,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        await index.RefreshAsync(plan, cancellation);
        var all = await index.NodeAsync(plan, FanOutNode.Root, cancellation);
        foreach (var type in after.Where(type => StageGate.IsOpen(plan, type, all)))
        {
            var waiting = index.WhereAsync(
                plan,
                one => one.ReportType == type.Code && one.Window == 0,
                cancellation
            );
            await foreach (var some in waiting.Chunk(AtOnce).WithCancellation(cancellation))
            {
                await Task.WhenAll(
                    some.Select(row =>
                        client.WakeAsync(row.Assignment.InstanceId(window: 1), cancellation)
                    )
                );
            }
        }
    }
}

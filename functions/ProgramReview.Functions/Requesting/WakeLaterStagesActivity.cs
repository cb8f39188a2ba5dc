using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
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
    public static Task<Output> CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync<Output>(nameof(WakeLaterStagesActivity), input, Retries.Standard);

    /// <summary>Rings at most a hundred of everybody; may run more than once.</summary>
    [Function(nameof(WakeLaterStagesActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] Input input,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var settled = input.Settled;
        var plan = await cycles.PlanAsync(settled.Cycle, cancellation);
        var own = plan.Plan.ReportTypes.Where(type =>
            type.AfterOwn.Contains(settled.ReportType) && type.OwedBy.Contains(settled.Body)
        );
        var after = plan.Plan.ReportTypes.Where(type => type.After.Contains(settled.ReportType));
        if (!own.Any() && !after.Any())
        {
            return new Output(null);
        }
        if (input.Place == 0)
        {
            await BeginAsync(settled, own, client, cancellation);
        }
        return new Output(
            after.Any() ? await WakeAsync(plan, after, input.Place, client, cancellation) : null
        );
    }

    private async Task BeginAsync(
        AssignmentId settled,
        IEnumerable<ReportType> own,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
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
    }

    // Whoever settles last rings everybody who still waits; all before them have nobody to ring.
    private async Task<int?> WakeAsync(
        PlanLookup plan,
        IEnumerable<ReportType> after,
        int place,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        await index.RefreshAsync(plan, cancellation);
        var all = await index.NodeAsync(plan, FanOutNode.Root, cancellation);
        var open = after
            .Where(type => StageGate.IsOpen(plan, type, all))
            .Select(type => type.Code)
            .ToHashSet();
        bool Waits(Standing one) => one.Window == 0 && open.Contains(one.ReportType);
        if (!all.Standings.Any(one => Waits(one.Standing)))
        {
            return null;
        }
        var (rows, next) = await index.NextAsync(
            plan,
            place,
            row => Waits(row.Standing),
            cancellation
        );
        foreach (var some in rows.Chunk(AtOnce))
        {
            await Task.WhenAll(
                some.Select(row =>
                    client.WakeAsync(row.Assignment.InstanceId(window: 1), cancellation)
                )
            );
        }
        return next;
    }

    /// <summary>Who has settled, and how far those that wait have been rung.</summary>
    /// <param name="Settled">The report.</param>
    /// <param name="Place">Where this step begins; 0 for the first.</param>
    public sealed record Input(AssignmentId Settled, int Place);

    /// <summary>What is left.</summary>
    /// <param name="Next">Where the next step begins; null after the last.</param>
    public sealed record Output(int? Next);
}

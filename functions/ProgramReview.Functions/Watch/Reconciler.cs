using System.Runtime.CompilerServices;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Functions.Watch;

/// <summary>
/// Finds what nobody reported: bytes whose news was lost, decisions whose ring was lost, cycles whose process is not there. It records
/// and rings; it decides nothing.
/// </summary>
public sealed class Reconciler(
    Cycles cycles,
    ICycleIndex index,
    IPermissionIndex permissions,
    SubmissionRecorder submissions,
    Recorder recorder,
    OutageHandler outages,
    HandoverMails handovers,
    IndexReader rows,
    PurgedProcesses purged,
    TimeProvider clock
)
{
    // A name whose permission has ended is looked at for another day: storage may have been out of reach.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Looks at outstanding names, the present approval round and the cycle's process, of every running cycle.</summary>
    /// <exception cref="AggregateException">Something could not be looked at; everything else was.</exception>
    public async Task LookAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var attempts = new Attempts(cancellation);
        // First, so that a new cycle of the same name finds its place free.
        await attempts.TryAsync(() => purged.PurgeAsync(client, cancellation));
        foreach (var cycle in await cycles.ListRunningAsync(cancellation))
        {
            await attempts.EachAsync(
                permissions.ListAsync(cycle.Ref.Cycle, null, cancellation),
                permission => LookAtAsync(client, permission, cancellation)
            );
            await attempts.TryAsync(() => WatchAsync(client, cycle, cancellation));
            await attempts.TryAsync(() => WakeAsync(client, cycle, cancellation));
            // A declared outage is an order; a crash may have come before every deadline had moved.
            await attempts.TryAsync(() => outages.FinishAsync(client, cycle, cancellation));
            await attempts.TryAsync(() => handovers.FinishAsync(cycle, cancellation));
            await attempts.TryAsync(() => rows.RefreshAsync(cycle.Plan, cancellation));
        }
        await attempts.TryAsync(() => EndStoppedAsync(client, cancellation));
        attempts.ThrowIfAnyFailed();
    }

    private async Task LookAtAsync(
        DurableTaskClient client,
        OutstandingPermission permission,
        CancellationToken cancellation
    )
    {
        var entry = await submissions.RecordAsync(
            client,
            permission.BlobName,
            Channel.Reconciler,
            cancellation
        );
        if (entry is null && clock.GetUtcNow() - permission.Expires > Patience)
        {
            await permissions.RemoveAsync(permission, cancellation);
        }
    }

    // A process that is over while the record says the cycle runs is shown; whether to start it again is a person's decision.
    private async Task WatchAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CancellationToken cancellation
    )
    {
        await CycleStarter.EnsureRunningAsync(client, cycle.Ref, cancellation);
        var instance = await client.GetInstanceAsync(cycle.Ref.Cycle.InstanceId, cancellation);
        if (instance is { IsCompleted: true })
        {
            await recorder.WriteAsync(
                cycle.Ref.Cycle.Stream,
                $"stopped-{instance.InstanceId}",
                entries =>
                    CycleState.Of(entries).End is null
                        ? new CycleEvent.ProcessFailed(
                            instance.InstanceId,
                            $"The process is {instance.RuntimeStatus} although the cycle has not ended."
                        )
                        : null,
                cancellation
            );
        }
    }

    // Only what the record says should move by now is rung, so that a sleeping cycle stays cheap.
    private async Task WakeAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CancellationToken cancellation
    )
    {
        await foreach (var order in LostOrdersAsync(client, cycle, cancellation))
        {
            await client.WakeAsync(cycle.Ref.Cycle.InstanceId, cancellation);
        }
        if (cycle.State.CurrentRound is not { } round)
        {
            return;
        }
        if (
            round.Outcome is null
            && Quorum.Decide(cycle.Plan.Plan.Approval, round, clock.GetUtcNow()) is not null
        )
        {
            await client.WakeAsync(cycle.Ref.Cycle.ApprovalInstanceId(round.Number), cancellation);
        }
        if (round.Outcome == RoundOutcome.Expired && cycle.State.Choices.ContainsKey(round.Number))
        {
            await client.WakeAsync(cycle.Ref.Cycle.InstanceId, cancellation);
        }
    }

    // Orders that the cycle's process has not heard of: a reopening without a process, a failed process that still lies there.
    private static async IAsyncEnumerable<CycleEvent> LostOrdersAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        foreach (var order in cycle.State.Orders)
        {
            var isLost = order switch
            {
                CycleEvent.Reopened reopened => await client.GetInstanceAsync(
                    reopened.Assignment.InstanceId(reopened.Window),
                    cancellation
                )
                    is null,
                CycleEvent.RetryOrdered retry => new Command.Retry(
                    retry.Instance,
                    retry.By,
                    retry.Reason
                ).Refuse(cycle.State)
                    is { Code: "already-retried" }
                    && await client.GetInstanceAsync(retry.Instance, cancellation)
                        is { RuntimeStatus: OrchestrationRuntimeStatus.Failed },
                _ => false,
            };
            if (isLost)
            {
                yield return order;
            }
        }
    }

    // A cycle that a person stopped has no business running: a crash came between the record and the end of its processes.
    private async Task EndStoppedAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var id in await index.ListCyclesAsync(cancellation))
        {
            if (await cycles.FindAsync(id, cancellation) is { State.End.By: not null } cycle)
            {
                await CycleCommandHandler.TerminateAsync(client, cycle, cancellation);
            }
        }
    }
}

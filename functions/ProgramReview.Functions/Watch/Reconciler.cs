using Microsoft.DurableTask.Client;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Functions.Watch;

/// <summary>
/// Finds what nobody reported: bytes whose news was lost, checks that nobody made, decisions whose ring was lost, processes that are not there. It records, starts
/// and rings; it decides nothing.
/// </summary>
public sealed class Reconciler(
    Cycles cycles,
    ICycleIndex index,
    IPermissionIndex permissions,
    SubmissionRecorder submissions,
    ProcessWatch processes,
    HandoverMails handovers,
    DeputyMails deputies,
    SeatOrderMails seats,
    IndexReader rows,
    PurgedProcesses purged,
    OutstandingChecks checks,
    MaterialWatch material,
    FigureWatch figures,
    TimeProvider clock
)
{
    // A name whose permission has ended is looked at for another day: storage may have been out of reach.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Looks at outstanding names, the present approval round and the processes, of every running cycle.</summary>
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
            await attempts.TryAsync(() => checks.AskAgainAsync(cycle, cancellation));
            await attempts.TryAsync(() => processes.WatchAsync(client, cycle, cancellation));
            await attempts.TryAsync(() =>
                WakeAsync(client, cycle, clock.GetUtcNow(), cancellation)
            );
            await attempts.TryAsync(() => handovers.FinishAsync(cycle, cancellation));
            await attempts.TryAsync(() => deputies.SendAsync(cycle, cancellation));
            await attempts.TryAsync(() => seats.FinishAsync(client, cycle, cancellation));
            await attempts.TryAsync(() => rows.RefreshAsync(cycle.Plan, cancellation));
            await attempts.TryAsync(() => material.LookAsync(client, cycle, cancellation));
            await attempts.TryAsync(() => figures.WatchAsync(client, cycle, cancellation));
        }
        await attempts.TryAsync(() => LookAtEndedAsync(client, cancellation));
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

    // Only what the record says should move by now is rung, so that a sleeping cycle stays cheap.
    private static async Task WakeAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (cycle.State.CurrentRound is not { } round)
        {
            return;
        }
        // Nobody rings for a dossier that became void by what came by itself.
        if (
            round.Outcome is null or RoundOutcome.Voided
            && Quorum.Decide(cycle.Plan.Plan.Approval, round, now) is not null
        )
        {
            await client.WakeAsync(cycle.Ref.Cycle.ApprovalInstanceId(round.Number), cancellation);
        }
        if (round.Outcome == RoundOutcome.Expired && cycle.State.Choices.ContainsKey(round.Number))
        {
            await client.WakeAsync(cycle.Ref.Cycle.InstanceId, cancellation);
        }
    }

    private async Task LookAtEndedAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var attempts = new Attempts(cancellation);
        foreach (var id in await index.ListCyclesAsync(cancellation))
        {
            await attempts.TryAsync(async () =>
            {
                switch (await cycles.FindAsync(id, cancellation))
                {
                    case { State.End: not null } ended:
                        await LookAtEndedAsync(client, ended, cancellation);
                        break;
                    default:
                        break;
                }
            });
        }
        attempts.ThrowIfAnyFailed();
    }

    private async Task LookAtEndedAsync(
        DurableTaskClient client,
        RunningCycle ended,
        CancellationToken cancellation
    )
    {
        if (ended.State.End!.By is not null)
        {
            // Stopped by a person, it has no business running.
            await StoppedProcesses.EndSomeAsync(client, ended, cancellation);
        }
        // Ended by itself, it has still to be sealed; and everybody is to be told.
        if (!ended.State.IsOver || ended.State.OpenOrders.Any())
        {
            await processes.WatchAsync(client, ended, cancellation);
        }
    }
}

using Microsoft.DurableTask.Client;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Audit;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Audit;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Functions.Status;

/// <summary>
/// Finds what nobody reported: bytes whose news was lost, decisions whose ring was lost, cycles whose process is not there. It records
/// and rings; it decides nothing.
/// </summary>
public sealed class Sweep(
    ICycleIndex index,
    Cycles cycles,
    IPermissionIndex permissions,
    ISubmissionStore submissions,
    SubmissionRecorder recorder,
    IRecord record,
    SummaryWriter summaries,
    TimeProvider clock
)
{
    // A name whose permission has ended is looked at for another day: storage may have been out of reach.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>The short look: outstanding names, the present approval round, the cycle's process.</summary>
    public async Task LookAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var cycle in await RunningAsync(cancellation))
        {
            await foreach (
                var permission in permissions.ListAsync(cycle.Ref.Cycle, null, cancellation)
            )
            {
                var entry = await recorder.RecordAsync(
                    client,
                    permission.BlobName,
                    Entrance.Sweep,
                    cancellation
                );
                if (entry is null && clock.GetUtcNow() - permission.Expires > Patience)
                {
                    await permissions.RemoveAsync(permission, cancellation);
                }
            }
            await CycleStarter.EnsureRunningAsync(client, cycle.Ref, cancellation);
            await RingAsync(client, cycle, cancellation);
        }
    }

    /// <summary>The long look, once a day: every blob and every summary.</summary>
    public async Task LookAtEverythingAsync(
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        foreach (var cycle in await RunningAsync(cancellation))
        {
            await foreach (
                var blob in submissions.ListAsync(BlobName.PrefixOf(cycle.Ref.Cycle), cancellation)
            )
            {
                await recorder.RecordAsync(client, blob.Name, Entrance.Sweep, cancellation);
            }
            foreach (var assignment in cycle.Plan.Assignments)
            {
                var entries = await record.ReadAsync(assignment.Stream, cancellation);
                await summaries.WriteAsync(assignment, entries, cancellation);
            }
        }
    }

    private async Task<IReadOnlyList<RunningCycle>> RunningAsync(CancellationToken cancellation)
    {
        var running = new List<RunningCycle>();
        foreach (var id in await index.ListCyclesAsync(cancellation))
        {
            if (await cycles.FindAsync(id, cancellation) is { State.End: null } cycle)
            {
                running.Add(cycle);
            }
        }
        return running;
    }

    // Only what the record says should move by now is rung, so that a sleeping cycle stays cheap.
    private async Task RingAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CancellationToken cancellation
    )
    {
        if (cycle.State.CurrentRound is not { } round)
        {
            return;
        }
        if (
            round.Outcome is null
            && Quorum.Decide(cycle.Plan.Plan.Approval, round, clock.GetUtcNow()) is not null
        )
        {
            await client.RingAsync(cycle.Ref.Cycle.ApprovalInstanceId(round.Number), cancellation);
        }
        if (round.Outcome == RoundOutcome.Expired && cycle.State.Choices.ContainsKey(round.Number))
        {
            await client.RingAsync(cycle.Ref.Cycle.InstanceId, cancellation);
        }
    }
}

using System.Collections.Concurrent;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Scanning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Storage;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Functions.Watch;

/// <summary>Asks again for checks and verdicts that nobody has given: the message was lost, or whoever had it is gone, or the scanner is away.</summary>
public sealed class OutstandingChecks(
    IndexReader index,
    IEventStore record,
    ICheckQueue queue,
    IQueueWatch queues,
    IMalwareScanner scanner,
    FileScans scans,
    MinutesScans minutes,
    TimeProvider clock
)
{
    // While so many messages lie there, nobody waits for want of one, and more of them would only make the queue longer.
    private const int Crowd = 100;

    // A scanner that is away is asked about so many assignments in a look; nobody waits for more of them.
    private const int MostUnscanned = 100;

    // Nothing is lost when a process forgets it: the next asks once more for all.
    private readonly ConcurrentDictionary<CycleId, DateTimeOffset> asked = [];

    /// <summary>
    /// Asks for the checks of a cycle that are outstanding for a while, each less and less often, and for verdicts that a scanner can be asked for. It reads
    /// the rows of what is to be checked, and streams only of what has no verdict.
    /// </summary>
    public async Task AskAgainAsync(RunningCycle cycle, CancellationToken cancellation)
    {
        var plan = cycle.Plan;
        await index.RefreshAsync(plan, cancellation);
        var crowd = await queues.LookAsync(StorageNames.CheckQueueName, cancellation);
        if (crowd.Held >= Crowd)
        {
            return;
        }
        var now = clock.GetUtcNow();
        // A scanner that was away may be back at any look.
        var last =
            scanner.Mode == ScanMode.OnRequest
                ? DateTimeOffset.MinValue
                : asked.GetValueOrDefault(plan.Plan.Cycle);
        var rows = index.WhereAsync(plan, standing => standing.IsBeingChecked, cancellation);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await AskAsync(row.Outstanding);
        }
        if (scanner.Mode == ScanMode.OnRequest)
        {
            var unscanned = index
                .WhereAsync(
                    plan,
                    standing => standing is { IsUnscanned: true, IsBeingChecked: false },
                    cancellation
                )
                .Take(MostUnscanned);
            await foreach (var row in unscanned.WithCancellation(cancellation))
            {
                var stream = await record.ReadAsync(row.Assignment.Stream, cancellation);
                await AskAsync(
                    stream
                        .Assignment.Submissions.Where(scans.IsMissing)
                        .Select(one => new OutstandingCheck(one.BlobName, one.Noticed))
                );
            }
        }
        await AskAsync(
            cycle
                .State.SeatOrders.Where(order =>
                    order.Event is CycleEvent.MeetingRecorded meeting
                    && minutes.IsMissing(cycle.State, meeting.Minutes)
                )
                .Select(order => new OutstandingCheck(
                    new MinutesName(
                        cycle.Ref.Cycle,
                        ((CycleEvent.MeetingRecorded)order.Event).Minutes
                    ).ToString(),
                    order.At
                ))
        );
        asked[plan.Plan.Cycle] = now;

        async Task AskAsync(IEnumerable<OutstandingCheck> checks)
        {
            foreach (var check in checks.Where(check => check.IsDue(last, now)))
            {
                await queue.EnqueueAsync(check.BlobName, cancellation);
            }
        }
    }
}

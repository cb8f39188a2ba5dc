using System.Collections.Concurrent;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Storage;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Functions.Watch;

/// <summary>Asks again for checks that nobody has made: the message was lost, or whoever had it is gone.</summary>
public sealed class OutstandingChecks(
    IndexReader index,
    ICheckQueue queue,
    IQueueWatch queues,
    TimeProvider clock
)
{
    // While so many messages lie there, nobody waits for want of one, and more of them would only make the queue longer.
    private const int Crowd = 100;

    // Nothing is lost when a process forgets it: the next asks once more for all.
    private readonly ConcurrentDictionary<CycleId, DateTimeOffset> asked = [];

    /// <summary>Asks for the checks of a cycle that are outstanding for a while, each less and less often. It reads the rows of these, and no stream.</summary>
    public async Task AskAgainAsync(PlanLookup plan, CancellationToken cancellation)
    {
        await index.RefreshAsync(plan, cancellation);
        var crowd = await queues.LookAsync(StorageNames.CheckQueueName, cancellation);
        if (crowd.Held >= Crowd)
        {
            return;
        }
        var now = clock.GetUtcNow();
        var last = asked.GetValueOrDefault(plan.Plan.Cycle);
        var rows = index.WhereAsync(plan, standing => standing.IsBeingChecked, cancellation);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            foreach (var check in row.Outstanding.Where(check => check.IsDue(last, now)))
            {
                await queue.EnqueueAsync(check.BlobName, cancellation);
            }
        }
        asked[plan.Plan.Cycle] = now;
    }
}

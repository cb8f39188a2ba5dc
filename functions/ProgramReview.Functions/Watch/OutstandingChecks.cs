using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;

namespace ProgramReview.Functions.Watch;

/// <summary>Asks again for checks that nobody has made: the message was lost, or whoever had it is gone.</summary>
public sealed class OutstandingChecks(
    IndexReader index,
    IEventStore record,
    ICheckQueue queue,
    TimeProvider clock
)
{
    // Before that, whoever has the message is at work.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Asks for every check of a cycle that is outstanding for a while.</summary>
    public async Task AskAgainAsync(PlanLookup plan, CancellationToken cancellation)
    {
        await index.RefreshAsync(plan, cancellation);
        var rows = index.WhereAsync(plan, standing => standing.IsBeingChecked, cancellation);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            var stream = await record.ReadAsync(row.Assignment.Stream, cancellation);
            foreach (var submission in stream.Assignment.Submissions.Where(IsForgotten))
            {
                await queue.EnqueueAsync(submission.BlobName, cancellation);
            }
        }
    }

    private bool IsForgotten(Submission submission) =>
        submission.IsBeingChecked && clock.GetUtcNow() - submission.Noticed > Patience;
}

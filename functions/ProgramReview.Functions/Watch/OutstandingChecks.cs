using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Scanning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Functions.Watch;

/// <summary>Asks again for checks and verdicts that nobody has given: the message was lost, or whoever had it is gone, or the scanner is away.</summary>
public sealed class OutstandingChecks(
    IndexReader index,
    IEventStore record,
    ICheckQueue queue,
    IMalwareScanner scanner,
    FileScans scans,
    TimeProvider clock
)
{
    // Before that, whoever has the message is at work.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // A scanner that is away is asked about so many assignments in a look; nobody waits for more of them.
    private const int MostUnscanned = 100;

    /// <summary>Asks for every check of a cycle that is outstanding for a while, and for verdicts that a scanner can be asked for.</summary>
    public async Task AskAgainAsync(PlanLookup plan, CancellationToken cancellation)
    {
        await index.RefreshAsync(plan, cancellation);
        var rows = index.WhereAsync(plan, standing => standing.IsBeingChecked, cancellation);
        if (scanner.Mode == ScanMode.OnRequest)
        {
            rows = rows.Concat(
                index
                    .WhereAsync(
                        plan,
                        standing => standing is { IsUnscanned: true, IsBeingChecked: false },
                        cancellation
                    )
                    .Take(MostUnscanned)
            );
        }
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
        (
            submission.IsBeingChecked
            || (scanner.Mode == ScanMode.OnRequest && scans.IsMissing(submission))
        )
        && clock.GetUtcNow() - submission.Noticed > Patience;
}

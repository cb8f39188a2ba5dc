using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Checking;

/// <summary>What else asks for checks than a file that came.</summary>
internal static class CheckAsking
{
    /// <summary>Asks for the comparison of versions that came to count together after both had been checked; if it gets lost, the sweep asks again.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="state">The assignment as it is now.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task EnqueueUncomparedAsync(
        this ICheckQueue queue,
        AssignmentState state,
        CancellationToken cancellation
    )
    {
        foreach (var (submission, _) in UncomparedPair.Of(state))
        {
            await queue.EnqueueAsync(submission.BlobName, cancellation);
        }
    }
}

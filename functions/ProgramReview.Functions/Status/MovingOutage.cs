using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Requesting;

namespace ProgramReview.Functions.Status;

/// <summary>A declared outage whose deadlines are still on the move.</summary>
/// <param name="Window">From when until when.</param>
/// <param name="Progress">How far its process has come.</param>
/// <param name="Total">How many deadlines it looks at.</param>
public sealed record MovingOutage(OutageWindow Window, OutageProgress Progress, int Total)
{
    /// <summary>How many have been looked at.</summary>
    public int Seen => Progress.Moved + Progress.Stayed.Sum(one => one.Count);

    /// <summary>Those of a cycle; what came of the others stands on record.</summary>
    public static async Task<IReadOnlyList<MovingOutage>> OfAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CancellationToken cancellation
    ) =>
        await Task.WhenAll(
            cycle
                .State.Outages.Where(outage => outage.Moved is null && cycle.State.End is null)
                .Select(async outage => new MovingOutage(
                    outage.Window,
                    await OutageStatus.ReadAsync(
                        client,
                        new ProcessId.Outage(cycle.Ref.Cycle, outage.Sequence),
                        cancellation
                    ),
                    cycle.Plan.Assignments.Count
                ))
        );
}

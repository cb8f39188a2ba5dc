using Microsoft.Azure.Functions.Worker;

namespace ProgramReview.Functions.Watch;

/// <summary>Looks every full hour whether a day is over somewhere: plans have zones of their own.</summary>
internal sealed class DailyAnchorFunction(DailyAnchor anchor)
{
    /// <summary>Anchors what is due; may run more than once.</summary>
    [Function(nameof(DailyAnchorFunction))]
    public Task RunAsync(
        [TimerTrigger("0 0 * * * *")] TimerInfo timer,
        CancellationToken cancellation
    ) => anchor.RunAsync(cancellation);
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.DurableTask;

namespace ProgramReview.Functions.Durable;

/// <summary>
/// The one way an orchestration waits: for a ring, or until an instant. One waiter stays pending over all waits, since a waiter that is
/// given up can swallow the next ring; the losing timer is cancelled.
/// </summary>
internal sealed class WakeSignal(TaskOrchestrationContext context)
{
    /// <summary>The event's name; it carries nothing.</summary>
    public const string EventName = "wake";

    // Azure Storage counts in whole seconds, and a timer may go up to one early. Looking then finds nothing to do and would be repeated
    // until the instant has come, ten times over for every report that is due; one more timer is surely not early.
    private static readonly TimeSpan LargestLead = TimeSpan.FromSeconds(1);

    private Task<object>? ring;

    /// <summary>How many rings asked for a look that another had asked for; they stand in the history all the same.</summary>
    public int Spared { get; private set; }

    /// <summary>Waits for a ring, or until the instant.</summary>
    /// <returns>Whether it was rung.</returns>
    public async Task<bool> WaitAsync(DateTimeOffset wakeAt)
    {
        ring ??= context.WaitForExternalEvent<object>(EventName);
        var isRung = await IsRungBeforeAsync(wakeAt);
        if (!isRung && context.Now() < wakeAt)
        {
            isRung = await IsRungBeforeAsync(wakeAt + LargestLead);
        }
        // Rings that came meanwhile ask for the same look.
        while (isRung && ring.IsCompleted)
        {
            ring = context.WaitForExternalEvent<object>(EventName);
            Spared += ring.IsCompleted ? 1 : 0;
        }
        return isRung;
    }

    [SuppressMessage(
        "Performance",
        "CA1849",
        Justification = "CancelAsync leaves the orchestrator's thread."
    )]
    private async Task<bool> IsRungBeforeAsync(DateTimeOffset instant)
    {
        using var cancelTimer = new CancellationTokenSource();
        var timer = context.CreateTimer(instant.UtcDateTime, cancelTimer.Token);
        if (await Task.WhenAny(ring!, timer) != ring)
        {
            return false;
        }
        cancelTimer.Cancel();
        return true;
    }
}

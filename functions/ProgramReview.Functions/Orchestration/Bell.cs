using System.Diagnostics.CodeAnalysis;
using Microsoft.DurableTask;

namespace ProgramReview.Functions.Orchestration;

/// <summary>
/// The one way an orchestration waits: for a ring, or until an instant. One waiter stays pending over all waits, since a waiter that is
/// given up can swallow the next ring; the losing timer is cancelled.
/// </summary>
internal sealed class Bell(TaskOrchestrationContext context)
{
    /// <summary>The event's name; it carries nothing.</summary>
    public const string EventName = "ring";

    private Task<object>? ring;

    /// <summary>Waits for a ring, or until one of several tasks has ended.</summary>
    public async Task WaitAsync(IEnumerable<Task> tasks)
    {
        ring ??= context.WaitForExternalEvent<object>(EventName);
        await Task.WhenAny([ring, .. tasks]);
        if (ring.IsCompleted)
        {
            ring = null;
        }
    }

    /// <summary>Waits for a ring, or until the instant.</summary>
    [SuppressMessage(
        "Performance",
        "CA1849",
        Justification = "CancelAsync leaves the orchestrator's thread."
    )]
    public async Task WaitAsync(DateTimeOffset wakeAt)
    {
        ring ??= context.WaitForExternalEvent<object>(EventName);
        using var cancelTimer = new CancellationTokenSource();
        var timer = context.CreateTimer(wakeAt.UtcDateTime, cancelTimer.Token);
        if (await Task.WhenAny(ring, timer) == ring)
        {
            ring = null;
            cancelTimer.Cancel();
        }
    }
}

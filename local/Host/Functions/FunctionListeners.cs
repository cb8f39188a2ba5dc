using ProgramReview.Local.Host.Time;

namespace ProgramReview.Local.Host.Functions;

/// <summary>Everything that calls functions by itself: the timers and the queues.</summary>
internal sealed class FunctionListeners(
    IReadOnlyList<TimerListener> timers,
    IReadOnlyList<QueueListener> queues
) : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private Task[] running = [];

    /// <summary>The timers, as work that a sped-up clock waits for.</summary>
    public IEnumerable<IWork> Work => timers;

    /// <summary>The queues, in which work may lie.</summary>
    public IEnumerable<ILook> Places => queues;

    /// <summary>The product instant of the next timer run.</summary>
    public DateTimeOffset? NextDue => timers.Min(timer => timer.NextDue);

    /// <summary>Begins to listen.</summary>
    public void Start() =>
        running = [
            .. timers.Select(timer => Task.Run(() => timer.ListenAsync(stop.Token))),
            .. queues.Select(queue => Task.Run(() => queue.ListenAsync(stop.Token))),
        ];

    /// <summary>Stops listening and waits for the calls that have begun, unless patience ends first.</summary>
    public async Task StopAsync(CancellationToken patience)
    {
        await stop.CancelAsync();
        await Task.WhenAll(running)
            .WaitAsync(patience)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Dispose();
        foreach (var queue in queues)
        {
            queue.Dispose();
        }
    }
}

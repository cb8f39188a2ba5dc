using ProgramReview.Local.Engine.Running;

namespace ProgramReview.Local.Engine;

/// <content>Running by a clock that goes by itself.</content>
public sealed partial class DurableEngine
{
    // Timers of the platform end at 49 days; looking again once a day costs nothing.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _signal = new(0);
    private readonly CancellationTokenSource _stopLoop = new();
    private readonly CancellationTokenSource _stopActivities = new();
    private readonly Lock _slots = new();
    private readonly TaskCompletionSource _drained = new();
    private int _busySlots;
    private bool _takesActivities;
    private volatile bool _isStarted;
    private Task? _loop;

    /// <summary>Begins to run in the background.</summary>
    public Task StartAsync(CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        if (_loop is not null)
        {
            throw new InvalidOperationException("The engine has already been started.");
        }

        // Before the loop begins: it may be woken before its task is known here.
        _isStarted = true;
        _takesActivities = true;
        _loop = Task.Run(LoopAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>Looks at the clock for what is due, whatever its timers say.</summary>
    public void Look() => OnWake();

    /// <summary>Begins nothing new, gives running activities some time, and ends; what they did not finish runs again at the next start.</summary>
    public Task StopAsync(CancellationToken ct = default) => StopAsync(_options.StopTimeout, ct);

    private async Task StopAsync(TimeSpan patience, CancellationToken ct = default)
    {
        if (_loop is null || _stopLoop.IsCancellationRequested)
        {
            return;
        }

        lock (_slots)
        {
            _takesActivities = false;
            if (_busySlots == 0)
            {
                _drained.TrySetResult();
            }
        }

        await Task.WhenAny(_drained.Task, WaitAsync(patience, ct));
        await _stopActivities.CancelAsync();
        await _stopLoop.CancelAsync();
        await _loop;
        RunReady();
        await Task.WhenAny(_core.Settled);
    }

    /// <summary>Patience is measured by the wall, not by a clock that may be paused or sped up.</summary>
    private static async Task WaitAsync(TimeSpan patience, CancellationToken ct) =>
        await Task.Delay(patience, TimeProvider.System, ct)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task LoopAsync()
    {
        // Nothing should come here: steps and activities keep what they throw. If it does, silence would be worse.
#pragma warning disable CA1031
        try
        {
            await PassAsync();
        }
        catch (Exception exception)
        {
            _core.Break("of a fault of its own", exception);
        }
#pragma warning restore CA1031
    }

    private async Task PassAsync()
    {
        using var alarm = _clock.CreateTimer(
            _ => OnWake(),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        while (!_stopLoop.IsCancellationRequested)
        {
            // One pass over all that is ready, then one wait until it is durable: the commits of a pass are grouped.
            while (_core.FireDue() | RunReady())
            {
                await Task.WhenAny(_core.Settled);
            }

            StartActivities();
            Arm(alarm);
            Worked();
            await _signal
                .WaitAsync(_stopLoop.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Arm(ITimer alarm)
    {
        if (_core.NextDue is { } due)
        {
            var sleep = due - _clock.GetUtcNow();
            alarm.Change(Clamp(sleep), Timeout.InfiniteTimeSpan);
        }
    }

    // Rounded up to the timer's grain: waking early would mean to look again and again.
    private static TimeSpan Clamp(TimeSpan sleep) =>
        sleep <= TimeSpan.Zero ? TimeSpan.Zero
        : sleep > LongestSleep ? LongestSleep
        : TimeSpan.FromMilliseconds(Math.Ceiling(sleep.TotalMilliseconds));

    private void OnWake()
    {
        if (_isStarted && !_stopLoop.IsCancellationRequested && _signal.CurrentCount == 0)
        {
            _signal.Release();
        }

        StartActivities();
        Worked();
    }

    private void StartActivities()
    {
        lock (_slots)
        {
            while (
                _takesActivities
                && _busySlots < _options.MaxConcurrentActivities
                && _core.TryTakeActivity(out var call)
            )
            {
                _busySlots++;

                // Without the context of whoever happened to wake the engine.
                ThreadPool.UnsafeQueueUserWorkItem(
                    static slot => _ = slot.Engine.RunSlotAsync(slot.First),
                    (Engine: this, First: call),
                    preferLocal: false
                );
            }
        }
    }

    /// <summary>One of the slots for activities: runs one after the other, until none waits.</summary>
    private async Task RunSlotAsync(ActivityCall call)
    {
#pragma warning disable CA1031
        try
        {
            do
            {
                if (await _activities.RunAsync(call, _stopActivities.Token) is { } answer)
                {
                    _core.Answer(call.Caller, answer);
                }

                // Behind what waits for a thread already: steps of orchestrations get their turn among many activities.
                await Task.Yield();
            } while (TryGoOn(out call));

            Worked();
        }
        catch (Exception exception)
        {
            _core.Break("of a fault of its own", exception);
        }
#pragma warning restore CA1031
    }

    private bool TryGoOn(out ActivityCall next)
    {
        lock (_slots)
        {
            if (_takesActivities && _core.TryTakeActivity(out next))
            {
                return true;
            }

            next = null!;
            _busySlots--;
            if (_busySlots == 0 && !_takesActivities)
            {
                _drained.TrySetResult();
            }

            return false;
        }
    }
}

using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ProgramReview.Local.Engine.Running;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine;

/// <summary>
/// Runs orchestrations in this process, on a store that survives it. Either in the background by a running clock (<see cref="StartAsync"/>), or, on a
/// virtual clock, step by step until nothing is left to do (<see cref="RunUntilIdleAsync"/>).
/// </summary>
public sealed partial class DurableEngine : IAsyncDisposable
{
    internal static readonly JsonSerializerOptions JsonOptions = new()
    {
        PropertyNameCaseInsensitive = true,
    };
    internal static readonly JsonSerializerOptions HistoryJson = new()
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private readonly IEngineStore _store;
    private readonly TimeProvider _clock;
    private readonly EngineOptions _options;
    private readonly ILogger _log;
    private readonly EngineCore _core;
    private readonly Stepper _stepper;
    private readonly ActivityRunner _activities;
    private readonly TaskCompletionSource<string> _failure = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>Takes up what the store holds; nothing runs yet.</summary>
    public DurableEngine(
        DurableTaskRegistry registry,
        IServiceProvider services,
        IEngineStore store,
        TimeProvider clock,
        EngineOptions? options = null,
        ILoggerFactory? loggers = null
    )
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        RegisteredTasks.RefuseEntities(registry);
        _store = store;
        _clock = clock;
        _options = options ?? new();
        loggers ??= NullLoggerFactory.Instance;
        _log = loggers.CreateLogger<DurableEngine>();

        var converter = new BoundedConverter(new JsonDataConverter(JsonOptions));
        _core = new(store, clock, _options.Pick) { Wake = OnWake, Broken = OnBroken };
        _core.Load();
        Client = _options.WrapClient(new EngineClient(_core, converter, _options.NewId));
        _stepper = new(
            RegisteredTasks.Orchestrators(registry),
            services,
            converter,
            loggers,
            OnForeign
        );
        _activities = new(
            RegisteredTasks.Activities(registry),
            services,
            converter,
            Client,
            clock,
            _options.WrapActivity
        );
    }

    /// <summary>Starts, watches and steers the engine's orchestrations.</summary>
    public DurableTaskClient Client { get; }

    /// <summary>How many callers of the client wait for instances.</summary>
    internal int Waiting => _core.Waiting;

    /// <summary>Ends when the engine had to stop by itself - its store failed, or it has a fault - and says why. Until the next start nothing goes on.</summary>
    public Task<string> Failure => _failure.Task;

    /// <summary>When the earliest timer or planned start is due; null if there is none.</summary>
    public DateTimeOffset? NextDue => _core.NextDue;

    /// <summary>
    /// When something is to be done next by itself: an instant that has come until that is done, the least one while something is under way; null if
    /// nothing is to be done. A clock that waits for it never runs away from it.
    /// </summary>
    public DateTimeOffset? NextWork
    {
        get
        {
            lock (_slots)
            {
                return _busySlots > 0 ? DateTimeOffset.MinValue : _core.NextWork;
            }
        }
    }

    /// <summary>Hears, outside of all locks, that <see cref="NextWork"/> may have changed.</summary>
    public Action Worked { get; set; } = () => { };

    /// <summary>The history of an instance's present generation, a line of JSON for each event.</summary>
    public async Task<IReadOnlyList<string>> ReadHistoryAsync(string instanceId)
    {
        var row = await _core.FindAsync(instanceId);
        return row is null
            ? []
            :
            [
                .. _store
                    .ReadHistory(row.Execution)
                    .Select(item => JsonSerializer.Serialize(item, HistoryJson)),
            ];
    }

    /// <summary>
    /// Runs everything that can run at the clock's present instant, one thing after the other in an order that depends on nothing else, until only
    /// timers and events are awaited. The clock does not move meanwhile.
    /// </summary>
    public async Task RunUntilIdleAsync(CancellationToken ct = default)
    {
        if (_loop is not null)
        {
            throw new InvalidOperationException(
                "The engine runs in the background; it cannot be stepped by hand."
            );
        }

        // Away from the caller's synchronisation context.
        await Task.Run(() => PumpAsync(ct), ct);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        _stopActivities.Dispose();
        _stopLoop.Dispose();
        _signal.Dispose();
        await Client.DisposeAsync();
    }

    private async Task PumpAsync(CancellationToken ct)
    {
        do
        {
            while (_core.FireDue() | RunReady())
            {
                ct.ThrowIfCancellationRequested();
            }

            await _core.Settled.WaitAsync(ct);
        } while (await RunQueuedActivitiesAsync(ct));
    }

    private async Task<bool> RunQueuedActivitiesAsync(CancellationToken ct)
    {
        var any = false;
        while (_core.TryTakeActivity(out var call))
        {
            any = true;
            if (await _activities.RunAsync(call, ct) is { } answer)
            {
                _core.Answer(call.Caller, answer);
            }

            ct.ThrowIfCancellationRequested();
            if (_options.Pick?.Invoke(2) == 1)
            {
                // Where the order is chosen, so is whether the answer is taken before the next activity runs.
                break;
            }
        }

        // Somebody else may have used the client meanwhile.
        return any || _core.HasWork;
    }

    /// <summary>Runs one step of every instance that has something to do now.</summary>
    private bool RunReady()
    {
        var any = false;
        while (_core.TryTakeWork(out var instance, out var mail))
        {
            any = true;
            if (_stepper.Run(instance, mail, _clock.GetUtcNow()) is { } result)
            {
                _core.Apply(instance, mail, result, _options.CacheInstances);
            }
        }

        return any;
    }

    private void OnBroken(Exception exception)
    {
        var reason = Failures.MessageOf(exception);
        Log.Stopped(_log, reason);
        _failure.TrySetResult(reason);
    }

    private void OnForeign(Instance instance) =>
        _core.Answer(instance, new(EventKind.ForeignAwait, _clock.GetUtcNow().UtcTicks));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Critical, Message = "The engine has stopped: {Reason}")]
        public static partial void Stopped(ILogger logger, string reason);
    }
}

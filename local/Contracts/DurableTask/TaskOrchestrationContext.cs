using System.Collections.Immutable;
using Microsoft.DurableTask.Abstractions;
using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>What an orchestrator works with; nothing else is repeatable.</summary>
public abstract partial class TaskOrchestrationContext
{
    /// <summary>The orchestrator's name, as the caller wrote it.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The id of this instance.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The orchestration that called this one; null at the top.</summary>
    public abstract ParentOrchestrationInstance? Parent { get; }

    /// <summary>The time at which the present step began.</summary>
    public abstract DateTime CurrentUtcDateTime { get; }

    /// <summary>Whether the code re-lives what already happened.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>The version this instance was started with.</summary>
    public virtual string Version => string.Empty;

    /// <summary>What the host adds to the context.</summary>
    public virtual IReadOnlyDictionary<string, object?> Properties =>
        ImmutableDictionary<string, object?>.Empty;

    /// <summary>A logger factory that is silent while replaying.</summary>
    public virtual ILoggerFactory ReplaySafeLoggerFactory => field ??= new ReplaySafeLoggers(this);

    /// <summary>The loggers beneath the replay-safe ones.</summary>
    protected abstract ILoggerFactory LoggerFactory { get; }

    /// <summary>The input of this instance.</summary>
    public abstract T? GetInput<T>();

    /// <summary>A guid that is the same on every replay.</summary>
    public abstract Guid NewGuid();

    /// <summary>Shows a value to whoever looks at this instance.</summary>
    public abstract void SetCustomStatus(object? customStatus);

    /// <summary>Begins anew with an empty history as soon as the orchestrator returns.</summary>
    public abstract void ContinueAsNew(
        object? newInput = null,
        bool preserveUnprocessedEvents = true
    );

    /// <summary>Begins anew with an empty history as soon as the orchestrator returns.</summary>
    public virtual void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ContinueAsNew(options.NewInput, options.PreserveUnprocessedEvents);
    }

    /// <summary>How this instance's version compares with another.</summary>
    public virtual int CompareVersionTo(string version) =>
        TaskOrchestrationVersioningUtils.CompareVersions(Version, version);

    /// <summary>A logger that is silent while replaying.</summary>
    public virtual ILogger CreateReplaySafeLogger(string categoryName) =>
        new ReplaySafeLogger(this, LoggerFactory.CreateLogger(categoryName));

    /// <summary>A logger that is silent while replaying.</summary>
    public virtual ILogger CreateReplaySafeLogger(Type type) =>
        new ReplaySafeLogger(this, LoggerFactory.CreateLogger(type));

    /// <summary>A logger that is silent while replaying.</summary>
    public virtual ILogger CreateReplaySafeLogger<T>() => CreateReplaySafeLogger(typeof(T));

    private sealed class ReplaySafeLogger(TaskOrchestrationContext context, ILogger logger)
        : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logger.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (!context.IsReplaying)
            {
                logger.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }

    private sealed class ReplaySafeLoggers(TaskOrchestrationContext context) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) =>
            context.CreateReplaySafeLogger(categoryName);

        public void AddProvider(ILoggerProvider provider) =>
            context.LoggerFactory.AddProvider(provider);

        public void Dispose() { }
    }
}

using Microsoft.DurableTask.Client;

namespace ProgramReview.Local.Engine;

/// <summary>How an engine works; what it does is the same whatever is set here.</summary>
public sealed record EngineOptions
{
    /// <summary>Whether live orchestrations are kept between steps; if not, each step replays from the start.</summary>
    public bool CacheInstances { get; init; } = true;

    /// <summary>How many activities run at once.</summary>
    public int MaxConcurrentActivities { get; init; } = Environment.ProcessorCount * 10;

    /// <summary>How long a stop waits for running activities; the rest run again at the next start.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Chooses which of so many waiting instances or activities runs next, from 0; null runs them in the order they came. For simulations: every
    /// order is one that may happen.
    /// </summary>
    public Func<int, int>? Pick { get; init; }

    /// <summary>Stands around every run of an activity, given its instance and its name, for example to let it fail.</summary>
    public Func<string, string, Func<Task<object?>>, Task<object?>> WrapActivity { get; init; } =
        (_, _, run) => run();

    /// <summary>Stands between all callers and the engine's client, for example to lose what they send.</summary>
    public Func<DurableTaskClient, DurableTaskClient> WrapClient { get; init; } = client => client;

    /// <summary>Makes the id of an instance that was started without one.</summary>
    // The one place where the engine itself needs entropy.
#pragma warning disable RS0030
    public Func<Guid> NewId { get; init; } = Guid.NewGuid;
#pragma warning restore RS0030
}

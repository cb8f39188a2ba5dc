using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.DurableTask;

/// <summary>The activities and orchestrators of an app, by name.</summary>
public sealed partial class DurableTaskRegistry
{
    private readonly Dictionary<TaskName, Func<IServiceProvider, ITaskActivity>> _activities = [];
    private readonly Dictionary<
        TaskName,
        Func<IServiceProvider, ITaskOrchestrator>
    > _orchestrators = [];

    /// <summary>The activities registered so far.</summary>
    public IEnumerable<
        KeyValuePair<TaskName, Func<IServiceProvider, ITaskActivity>>
    > GetActivities() => _activities;

    /// <summary>The orchestrators registered so far.</summary>
    public IEnumerable<
        KeyValuePair<TaskName, Func<IServiceProvider, ITaskOrchestrator>>
    > GetOrchestrators() => _orchestrators;

    /// <summary>Adds an activity by factory.</summary>
    public DurableTaskRegistry AddActivity(
        TaskName name,
        Func<IServiceProvider, ITaskActivity> factory
    ) => Add(_activities, name, factory);

    /// <summary>Adds an orchestrator by factory.</summary>
    public DurableTaskRegistry AddOrchestrator(TaskName name, Func<ITaskOrchestrator> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return Add(_orchestrators, name, _ => factory());
    }

    private static TaskName NameOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var given = type.GetCustomAttribute<DurableTaskAttribute>()?.Name ?? default;
        return given == default ? new TaskName(type.Name) : given;
    }

    private static Func<IServiceProvider, T> FactoryOf<T>(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.IsAbstract || !typeof(T).IsAssignableFrom(type))
        {
            throw new ArgumentException(
                $"{type} is not a concrete {typeof(T).Name}.",
                nameof(type)
            );
        }

        return services => (T)ActivatorUtilities.GetServiceOrCreateInstance(services, type);
    }

    private DurableTaskRegistry Add<T>(
        Dictionary<TaskName, Func<IServiceProvider, T>> tasks,
        TaskName name,
        Func<IServiceProvider, T> factory
    )
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (name == default)
        {
            throw new ArgumentException("The name is empty.", nameof(name));
        }

        if (!tasks.TryAdd(name, factory))
        {
            throw new ArgumentException(
                $"A {typeof(T).Name} named '{name}' is already registered.",
                nameof(name)
            );
        }

        return this;
    }
}

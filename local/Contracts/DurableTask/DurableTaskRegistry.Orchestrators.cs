namespace Microsoft.DurableTask;

/// <content>Orchestrators as types, objects and functions.</content>
public sealed partial class DurableTaskRegistry
{
    /// <summary>Adds an orchestrator by type.</summary>
    public DurableTaskRegistry AddOrchestrator(TaskName name, Type type) =>
        Add(_orchestrators, name, FactoryOf<ITaskOrchestrator>(type));

    /// <summary>Adds an orchestrator by type, under the type's name.</summary>
    public DurableTaskRegistry AddOrchestrator(Type type) => AddOrchestrator(NameOf(type), type);

    /// <summary>Adds an orchestrator by type.</summary>
    public DurableTaskRegistry AddOrchestrator<TOrchestrator>(TaskName name)
        where TOrchestrator : class, ITaskOrchestrator =>
        AddOrchestrator(name, typeof(TOrchestrator));

    /// <summary>Adds an orchestrator by type, under the type's name.</summary>
    public DurableTaskRegistry AddOrchestrator<TOrchestrator>()
        where TOrchestrator : class, ITaskOrchestrator => AddOrchestrator(typeof(TOrchestrator));

    /// <summary>Adds an object that serves every call.</summary>
    public DurableTaskRegistry AddOrchestrator(TaskName name, ITaskOrchestrator orchestrator)
    {
        ArgumentNullException.ThrowIfNull(orchestrator);
        return Add(_orchestrators, name, _ => orchestrator);
    }

    /// <summary>Adds an object that serves every call, under its type's name.</summary>
    public DurableTaskRegistry AddOrchestrator(ITaskOrchestrator orchestrator)
    {
        ArgumentNullException.ThrowIfNull(orchestrator);
        return AddOrchestrator(NameOf(orchestrator.GetType()), orchestrator);
    }

    /// <summary>Adds a function.</summary>
    public DurableTaskRegistry AddOrchestratorFunc<TInput, TOutput>(
        TaskName name,
        Func<TaskOrchestrationContext, TInput, Task<TOutput>> orchestrator
    )
    {
        ArgumentNullException.ThrowIfNull(orchestrator);
        return AddOrchestrator(name, FuncTaskOrchestrator.Create(orchestrator));
    }

    /// <summary>Adds a synchronous function.</summary>
    public DurableTaskRegistry AddOrchestratorFunc<TInput, TOutput>(
        TaskName name,
        Func<TaskOrchestrationContext, TInput, TOutput> orchestrator
    ) =>
        AddOrchestratorFunc<TInput, TOutput>(
            name,
            (context, input) => Task.FromResult(orchestrator(context, input))
        );

    /// <summary>Adds a function without a result.</summary>
    public DurableTaskRegistry AddOrchestratorFunc<TInput>(
        TaskName name,
        Func<TaskOrchestrationContext, TInput, Task> orchestrator
    ) =>
        AddOrchestratorFunc<TInput, object?>(
            name,
            async (context, input) =>
            {
                await orchestrator(context, input);
                return null;
            }
        );

    /// <summary>Adds a function without an input.</summary>
    public DurableTaskRegistry AddOrchestratorFunc<TOutput>(
        TaskName name,
        Func<TaskOrchestrationContext, Task<TOutput>> orchestrator
    ) => AddOrchestratorFunc<object?, TOutput>(name, (context, _) => orchestrator(context));

    /// <summary>Adds a function without an input and a result.</summary>
    public DurableTaskRegistry AddOrchestratorFunc(
        TaskName name,
        Func<TaskOrchestrationContext, Task> orchestrator
    ) => AddOrchestratorFunc<object?>(name, (context, _) => orchestrator(context));

    /// <summary>Adds a synchronous function without an input.</summary>
    public DurableTaskRegistry AddOrchestratorFunc<TOutput>(
        TaskName name,
        Func<TaskOrchestrationContext, TOutput> orchestrator
    ) => AddOrchestratorFunc<object?, TOutput>(name, (context, _) => orchestrator(context));

    /// <summary>Adds a synchronous function without a result.</summary>
    public DurableTaskRegistry AddOrchestratorFunc<TInput>(
        TaskName name,
        Action<TaskOrchestrationContext, TInput> orchestrator
    ) =>
        AddOrchestratorFunc<TInput, object?>(
            name,
            (context, input) =>
            {
                orchestrator(context, input);
                return Task.FromResult<object?>(null);
            }
        );

    /// <summary>Adds a synchronous function without an input and a result.</summary>
    public DurableTaskRegistry AddOrchestratorFunc(
        TaskName name,
        Action<TaskOrchestrationContext> orchestrator
    ) => AddOrchestratorFunc<object?>(name, (context, _) => orchestrator(context));
}

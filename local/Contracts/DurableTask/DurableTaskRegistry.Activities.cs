namespace Microsoft.DurableTask;

/// <content>Activities as types, objects and functions.</content>
public sealed partial class DurableTaskRegistry
{
    /// <summary>Adds an activity by type.</summary>
    public DurableTaskRegistry AddActivity(TaskName name, Type type) =>
        Add(_activities, name, FactoryOf<ITaskActivity>(type));

    /// <summary>Adds an activity by type, under the type's name.</summary>
    public DurableTaskRegistry AddActivity(Type type) => AddActivity(NameOf(type), type);

    /// <summary>Adds an activity by type.</summary>
    public DurableTaskRegistry AddActivity<TActivity>(TaskName name)
        where TActivity : class, ITaskActivity => AddActivity(name, typeof(TActivity));

    /// <summary>Adds an activity by type, under the type's name.</summary>
    public DurableTaskRegistry AddActivity<TActivity>()
        where TActivity : class, ITaskActivity => AddActivity(typeof(TActivity));

    /// <summary>Adds an object that serves every call.</summary>
    public DurableTaskRegistry AddActivity(TaskName name, ITaskActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Add(_activities, name, _ => activity);
    }

    /// <summary>Adds an object that serves every call, under its type's name.</summary>
    public DurableTaskRegistry AddActivity(ITaskActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return AddActivity(NameOf(activity.GetType()), activity);
    }

    /// <summary>Adds a function.</summary>
    public DurableTaskRegistry AddActivityFunc<TInput, TOutput>(
        TaskName name,
        Func<TaskActivityContext, TInput, Task<TOutput>> activity
    )
    {
        ArgumentNullException.ThrowIfNull(activity);
        return AddActivity(name, FuncTaskActivity.Create(activity));
    }

    /// <summary>Adds a synchronous function.</summary>
    public DurableTaskRegistry AddActivityFunc<TInput, TOutput>(
        TaskName name,
        Func<TaskActivityContext, TInput, TOutput> activity
    ) =>
        AddActivityFunc<TInput, TOutput>(
            name,
            (context, input) => Task.FromResult(activity(context, input))
        );

    /// <summary>Adds a function without a result.</summary>
    public DurableTaskRegistry AddActivityFunc<TInput>(
        TaskName name,
        Func<TaskActivityContext, TInput, Task> activity
    ) =>
        AddActivityFunc<TInput, object?>(
            name,
            async (context, input) =>
            {
                await activity(context, input);
                return null;
            }
        );

    /// <summary>Adds a function without an input.</summary>
    public DurableTaskRegistry AddActivityFunc<TOutput>(
        TaskName name,
        Func<TaskActivityContext, Task<TOutput>> activity
    ) => AddActivityFunc<object?, TOutput>(name, (context, _) => activity(context));

    /// <summary>Adds a function without an input and a result.</summary>
    public DurableTaskRegistry AddActivityFunc(
        TaskName name,
        Func<TaskActivityContext, Task> activity
    ) => AddActivityFunc<object?>(name, (context, _) => activity(context));

    /// <summary>Adds a synchronous function without an input.</summary>
    public DurableTaskRegistry AddActivityFunc<TOutput>(
        TaskName name,
        Func<TaskActivityContext, TOutput> activity
    ) => AddActivityFunc<object?, TOutput>(name, (context, _) => activity(context));

    /// <summary>Adds a synchronous function without a result.</summary>
    public DurableTaskRegistry AddActivityFunc<TInput>(
        TaskName name,
        Action<TaskActivityContext, TInput> activity
    ) =>
        AddActivityFunc<TInput, object?>(
            name,
            (context, input) =>
            {
                activity(context, input);
                return Task.FromResult<object?>(null);
            }
        );

    /// <summary>Adds a synchronous function without an input and a result.</summary>
    public DurableTaskRegistry AddActivityFunc(
        TaskName name,
        Action<TaskActivityContext> activity
    ) => AddActivityFunc<object?>(name, (context, _) => activity(context));
}

using Microsoft.DurableTask;

namespace ProgramReview.Local.Engine.Running;

/// <summary>The registered code by name; what the engine cannot run is refused by name.</summary>
internal static class RegisteredTasks
{
    public static IReadOnlyDictionary<
        TaskName,
        Func<IServiceProvider, ITaskOrchestrator>
    > Orchestrators(DurableTaskRegistry registry) => ByName(registry.GetOrchestrators());

    public static IReadOnlyDictionary<TaskName, Func<IServiceProvider, ITaskActivity>> Activities(
        DurableTaskRegistry registry
    ) => ByName(registry.GetActivities());

    public static void RefuseEntities(DurableTaskRegistry registry)
    {
        foreach (var (name, _) in registry.GetEntities())
        {
            throw new NotSupportedException(
                $"The local engine runs no entities; '{name.Name}' is one."
            );
        }
    }

    private static Dictionary<TaskName, T> ByName<T>(IEnumerable<KeyValuePair<TaskName, T>> tasks)
    {
        var byName = new Dictionary<TaskName, T>();
        foreach (var (name, task) in tasks)
        {
            if (!byName.TryAdd(name, task))
            {
                throw new NotSupportedException(
                    $"The local engine knows no registration by version; '{name.Name}' is registered in several."
                );
            }
        }

        return byName;
    }
}

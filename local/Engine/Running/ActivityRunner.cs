using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <summary>Runs one activity in a scope of its own and turns whatever happens into an answer.</summary>
internal sealed class ActivityRunner(
    IReadOnlyDictionary<TaskName, Func<IServiceProvider, ITaskActivity>> activities,
    IServiceProvider services,
    DataConverter converter,
    DurableTaskClient client,
    TimeProvider clock,
    Func<string, string, Func<Task<object?>>, Task<object?>> wrap
)
{
    /// <summary>The answer; null if the activity gave way to a stop and has to run again.</summary>
    public async Task<HistoryEvent?> RunAsync(ActivityCall call, CancellationToken stop)
    {
        var name = call.Scheduled.Name!;
        if (!activities.TryGetValue(new TaskName(name), out var factory))
        {
            return Failed(
                call,
                Failures.Of(
                    Failures.ActivityNotFound,
                    $"The activity named '{name}' does not exist."
                )
            );
        }

        // Whatever an activity throws is the orchestrator's to judge.
#pragma warning disable CA1031
        try
        {
            await using var scope = services.CreateAsyncScope();
            var context = new EngineActivityContext(
                name,
                call.Scheduled.Version ?? "",
                call.Caller.Id,
                client,
                scope.ServiceProvider,
                stop
            );
            var activity = factory(scope.ServiceProvider);
            var input = Read(call.Scheduled.Data, activity.InputType);
            var output = await wrap(call.Caller.Id, name, () => activity.RunAsync(context, input));
            return new(
                EventKind.ActivityCompleted,
                clock.GetUtcNow().UtcTicks,
                call.Scheduled.TaskId,
                Data: converter.Serialize(output)
            );
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            return Failed(call, Failures.Of(exception));
        }
#pragma warning restore CA1031
    }

    private object? Read(string? data, Type type) =>
        data is null && type.IsValueType && Nullable.GetUnderlyingType(type) is null
            ? throw new JsonException(
                $"The activity takes a {type} but was called without an input."
            )
            : converter.Deserialize(data, type);

    private HistoryEvent Failed(ActivityCall call, TaskFailureDetails failure) =>
        new(
            EventKind.ActivityFailed,
            clock.GetUtcNow().UtcTicks,
            call.Scheduled.TaskId,
            Data: Failures.Write(failure)
        );
}

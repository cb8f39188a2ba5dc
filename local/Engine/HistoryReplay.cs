using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ProgramReview.Local.Engine.Running;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine;

/// <summary>Leads the code as it is now through histories of earlier code, as a deployment does to whatever is running.</summary>
public static class HistoryReplay
{
    private const string Waits = "waits";
    private static readonly IServiceProvider NoServices =
        new ServiceCollection().BuildServiceProvider();

    /// <summary>Where the code first departs from a history; null if it does exactly what the history says, and waits or ends where that does.</summary>
    /// <param name="registry">The code.</param>
    /// <param name="instanceId">The instance the history belongs to.</param>
    /// <param name="history">Its lines, as <see cref="DurableEngine.ReadHistoryAsync"/> gives them.</param>
    /// <exception cref="JsonException">A line is not of a history.</exception>
    /// <exception cref="InvalidOperationException">The history does not begin with a start.</exception>
    public static string? FirstDifference(
        DurableTaskRegistry registry,
        string instanceId,
        IEnumerable<string> history
    )
    {
        ArgumentNullException.ThrowIfNull(registry);
        var events = history
            .Select(line =>
                JsonSerializer.Deserialize<HistoryEvent>(line, DurableEngine.HistoryJson)!
            )
            .ToList();
        var start = events.First(item => item.Kind == EventKind.ExecutionStarted);
        var row = new InstanceRow(instanceId, 1, start.Name!, start.Time) { Input = start.Data };
        var code = RegisteredTasks.Orchestrators(registry).GetValueOrDefault(start.Name!);
        InstanceFault? foreign = null;
        var run = new OrchestrationRun(
            row,
            code?.Invoke(NoServices),
            new BoundedConverter(new JsonDataConverter(DurableEngine.JsonOptions)),
            NullLoggerFactory.Instance,
            () => foreign = OrchestrationRun.ForeignAwait(row)
        );
        try
        {
            run.Replay([.. events.Where(item => item.Kind != EventKind.ExecutionEnded)]);
        }
        catch (InstanceFault fault)
        {
            return fault.Message;
        }

        if (foreign is not null)
        {
            return foreign.Message;
        }
        if (run.Context.Actions.TryPeek(out var more))
        {
            return $"After all that history has, the code also did {OrchestrationRun.Describe(more)}.";
        }
        var (was, now) = (EndOf(events), EndOf(run));
        return was == now ? null : $"At the end of its history the instance {was}, the code {now}.";
    }

    private static string EndOf(List<HistoryEvent> events) =>
        events.Find(item => item.Kind == EventKind.ExecutionEnded) is { Name: var status }
            ? $"ended as {status}"
            : Waits;

    private static string EndOf(OrchestrationRun run) =>
        run switch
        {
            { Result: null } => Waits,
            { Result.IsCompletedSuccessfully: false } =>
                $"ended as {OrchestrationRuntimeStatus.Failed}",
            { Context.Anew: not null } => "began anew",
            _ => $"ended as {OrchestrationRuntimeStatus.Completed}",
        };
}

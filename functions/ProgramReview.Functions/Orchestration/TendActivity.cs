using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Orchestration;

/// <summary>Looks after the processes that another waits for: starts those that are missing, and says which have not ended.</summary>
internal sealed class TendActivity(Processes processes)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync<Output>(nameof(TendActivity), input, Retries.Standard);

    /// <summary>Looks; may run more than once.</summary>
    [Function(nameof(TendActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] Input input,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) => new(await processes.TendAsync(client, input.Cycle, input.Processes, cancellation));

    /// <summary>What to look after.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Processes">At most a hundred, or as many as people ordered one by one.</param>
    public sealed record Input(CycleRef Cycle, IReadOnlyList<ProcessId> Processes);

    /// <summary>What is left.</summary>
    /// <param name="Open">The processes that have not ended.</param>
    public sealed record Output(IReadOnlyList<ProcessId> Open);
}

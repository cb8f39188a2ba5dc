using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Requesting;

/// <summary>Reads what stands between the cycle's process and the dossier of a round: reports opened again and processes begun anew since it last looked.</summary>
internal sealed class ReadOrdersActivity(IEventStore record)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync<Output>(nameof(ReadOrdersActivity), input, Retries.Standard);

    /// <summary>Reads; may run more than once.</summary>
    [Function(nameof(ReadOrdersActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] Input input,
        CancellationToken cancellation
    )
    {
        var state = (await record.ReadAsync(input.Cycle.Cycle.Stream, cancellation)).Cycle;
        return new Output(
            state.Dossiers.GetValueOrDefault(input.Round),
            [.. state.Orders.Skip(input.Seen).Select(ProcessOf).OfType<ProcessId>()],
            state.Orders.Count
        );
    }

    // The cycle does not wait for itself, and for a round where it asks for its outcome.
    private static ProcessId? ProcessOf(CycleEvent order) =>
        order switch
        {
            CycleEvent.Reopened { Assignment: var assignment, Window: var window } =>
                new ProcessId.Report(assignment, window),
            CycleEvent.RetryOrdered { Instance: var instance }
                when ProcessId.TryParse(instance, null, out var process)
                    && process is ProcessId.Report or ProcessId.Branch => process,
            _ => null,
        };

    /// <summary>What to read.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Round">The round whose dossier comes next.</param>
    /// <param name="Seen">How many orders are known.</param>
    public sealed record Input(CycleRef Cycle, int Round, int Seen);

    /// <summary>What was found.</summary>
    /// <param name="DossierHash">The dossier of the round if it is on record: then nothing stands before it.</param>
    /// <param name="Processes">The processes that were ordered since.</param>
    /// <param name="Seen">How many orders are known now.</param>
    public sealed record Output(string? DossierHash, IReadOnlyList<ProcessId> Processes, int Seen);
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Audit;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Orchestration;

namespace ProgramReview.Functions.Audit;

/// <summary>Writes down that a process failed, so that a person sees it; the cycle goes on with what it has.</summary>
internal sealed class NoteFailureActivity(Recorder recorder)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync(nameof(NoteFailureActivity), input, Retries.Standard);

    /// <summary>Writes it once.</summary>
    [Function(nameof(NoteFailureActivity))]
    public Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellation) =>
        recorder.WriteAsync(
            input.Cycle.Stream,
            $"failed-{input.Instance}",
            _ => new CycleFact.ProcessFailed(input.Instance, input.Message),
            cancellation
        );

    /// <summary>What failed.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Instance">The durable instance.</param>
    /// <param name="Message">What it said.</param>
    public sealed record Input(CycleId Cycle, string Instance, string Message);
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Durable;

namespace ProgramReview.Functions.Events;

/// <summary>Writes down that a process failed, while it still can say why.</summary>
internal sealed class NoteFailureActivity(FailureNotes notes)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync(nameof(NoteFailureActivity), input, Retries.Standard);

    /// <summary>Writes it once; may run more than once.</summary>
    [Function(nameof(NoteFailureActivity))]
    public Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellation) =>
        notes.WriteAsync(input.Cycle, input.Instance, input.Message, cancellation);

    /// <summary>What failed.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Instance">The durable instance.</param>
    /// <param name="Message">What it said.</param>
    public sealed record Input(CycleId Cycle, string Instance, string Message);
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Durable;

namespace ProgramReview.Functions.Events;

/// <summary>Writes down that a process failed, so that a person sees it; the cycle goes on with what it has. In an ended cycle nothing fails any more.</summary>
internal sealed class NoteFailureActivity(Recorder recorder, IEventStore record)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync(nameof(NoteFailureActivity), input, Retries.Standard);

    /// <summary>Writes it once, and once more for each time a person had the process started again.</summary>
    [Function(nameof(NoteFailureActivity))]
    public async Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellation)
    {
        var cycle = await record.ReadAsync(input.Cycle.Stream, cancellation);
        var retries = cycle
            .Cycle.Orders.OfType<CycleEvent.RetryOrdered>()
            .Count(order => order.Instance == input.Instance);
        await recorder.WriteAsync(
            cycle,
            retries == 0
                ? $"failed-{input.Instance}"
                : FormattableString.Invariant($"failed-{input.Instance}-{retries}"),
            // A stop ends processes one by one, and a parent may hear of its child's end before its own.
            entries =>
                entries.Cycle.End is null
                    ? new CycleEvent.ProcessFailed(input.Instance, input.Message)
                    : null,
            cancellation
        );
    }

    /// <summary>What failed.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Instance">The durable instance.</param>
    /// <param name="Message">What it said.</param>
    public sealed record Input(CycleId Cycle, string Instance, string Message);
}

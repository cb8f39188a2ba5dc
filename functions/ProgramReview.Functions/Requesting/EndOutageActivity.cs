using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Requesting;

/// <summary>Writes down what came of a declared outage, once every deadline has been looked at.</summary>
internal sealed class EndOutageActivity(Recorder recorder)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, OutageInput input) =>
        context.CallActivityAsync(nameof(EndOutageActivity), input, Retries.Standard);

    /// <summary>Writes; may run more than once. An ended cycle is told nothing more.</summary>
    [Function(nameof(EndOutageActivity))]
    public Task RunAsync([ActivityTrigger] OutageInput input, CancellationToken cancellation) =>
        recorder.WriteAsync(
            input.Cycle.Cycle.Stream,
            $"{input.Key}-applied",
            entries =>
                entries.Cycle.End is null
                    ? new CycleEvent.OutageApplied(
                        input.Declared,
                        input.Progress.Moved,
                        input.Progress.Stayed
                    )
                    : null,
            cancellation
        );
}

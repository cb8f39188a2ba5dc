using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Rendering;

/// <summary>Writes down what renderings a dossier has once all are made.</summary>
internal sealed class EndRenderingActivity(
    IEventStore record,
    Recorder recorder,
    Renderings renderings,
    RenderingStore store
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, RenderingInput input) =>
        context.CallActivityAsync(nameof(EndRenderingActivity), input, Retries.Standard);

    /// <summary>Writes; may run more than once. Of a dossier that does not hold any more, or of a cycle that has ended, nothing is written.</summary>
    [Function(nameof(EndRenderingActivity))]
    public async Task RunAsync(
        [ActivityTrigger] RenderingInput input,
        CancellationToken cancellation
    )
    {
        var (cycle, round) = (input.Cycle.Cycle, input.Round);
        var stream = await record.ReadAsync(cycle.Stream, cancellation);
        if (!stream.Cycle.AwaitsRenderings(round))
        {
            return;
        }
        var dossier = stream.Cycle.Dossiers[round];
        var made = await renderings.MadeAsync(cycle, dossier, _ => true, cancellation);
        if (made.Count < renderings.All.Count)
        {
            throw new InvalidOperationException(
                $"{renderings.All.Count - made.Count} renderings of the dossier {dossier} are not made."
            );
        }
        var index = await store.KeepAsync(cycle, new RenderingIndex(dossier, made), cancellation);
        await recorder.WriteAsync(
            stream,
            FormattableString.Invariant($"rendered-{round}"),
            entries =>
                entries.Cycle.AwaitsRenderings(round)
                    ? new CycleEvent.DossierRendered(round, dossier, index)
                    : null,
            cancellation
        );
    }
}

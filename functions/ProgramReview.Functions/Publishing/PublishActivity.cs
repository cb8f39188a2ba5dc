using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Publishing;

/// <summary>Publishes the approved dossier, unless something overtook it: from then on everybody may read it.</summary>
internal sealed class PublishActivity(Recorder recorder, OvertakenDossier overtaken)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync<Output>(nameof(PublishActivity), input, Retries.Standard);

    /// <summary>Writes it once; may run more than once.</summary>
    [Function(nameof(PublishActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] Input input,
        CancellationToken cancellation
    )
    {
        var id = input.Cycle.Cycle;
        await overtaken.HoldsAsync(input.Cycle, input.Round, cancellation);
        var recorded = await recorder.WriteAsync(
            id.Stream,
            "published",
            entries =>
                entries.Cycle.RoundInForce == input.Round
                    ? new CycleEvent.Published(entries.Cycle.Dossiers[input.Round])
                    : null,
            cancellation
        );
        return new Output(recorded is not null);
    }

    /// <summary>What to publish.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Round">The round that approved it.</param>
    public sealed record Input(CycleRef Cycle, int Round);

    /// <summary>What came of it.</summary>
    /// <param name="IsPublished">False if the dossier was void before it was published.</param>
    public sealed record Output(bool IsPublished);
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Publishing;

/// <summary>Publishes the approved dossier, unless something overtook it: from then on everybody may read it.</summary>
internal sealed class PublishActivity(
    Recorder recorder,
    Cycles cycles,
    OvertakenDossier overtaken,
    TimeProvider clock
)
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
        var plan = await cycles.PlanAsync(id, cancellation);
        await overtaken.HoldsAsync(input.Cycle, input.Round, cancellation);
        var recorded = await recorder.WriteAsync(
            id.Stream,
            FormattableString.Invariant($"published-{input.Round}"),
            entries =>
                entries.Cycle.RoundInForce == input.Round
                    ? new CycleEvent.Published(
                        entries.Cycle.Dossiers[input.Round],
                        OpenUntil(entries.Cycle, plan.Publication.OpenFor)
                    )
                    : null,
            cancellation
        );
        return new Output(recorded is not null);
    }

    // Counted from the first, so that everybody knows from then on when it is over.
    private Deadline? OpenUntil(CycleState state, TimeSpan? open) =>
        state.Publications is [var first, ..] ? first.OpenUntil
        : open is { } time ? Deadline.At(WholeSecond.From(clock.GetUtcNow() + time))
        : null;

    /// <summary>What to publish.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Round">The round that approved it.</param>
    public sealed record Input(CycleRef Cycle, int Round);

    /// <summary>What came of it.</summary>
    /// <param name="IsPublished">False if the dossier was void before it was published.</param>
    public sealed record Output(bool IsPublished);
}

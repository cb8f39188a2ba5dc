using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Rendering;

/// <summary>Makes one rendering of a dossier, straight into storage; one that is there is not made again.</summary>
internal sealed class RenderDossierActivity(Cycles cycles, Renderings renderings)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="input">What to make.</param>
    /// <param name="retries">How often it is tried.</param>
    public static Task CallAsync(
        TaskOrchestrationContext context,
        Input input,
        TaskOptions retries
    ) => context.CallActivityAsync(nameof(RenderDossierActivity), input, retries);

    /// <summary>Makes it; may run more than once.</summary>
    [Function(nameof(RenderDossierActivity))]
    public async Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellation) =>
        await renderings.MakeAsync(
            await cycles.PlanAsync(input.Cycle.Cycle, cancellation),
            input.DossierHash,
            input.Rendering,
            cancellation
        );

    /// <summary>What to make.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="DossierHash">The dossier.</param>
    /// <param name="Rendering">Which rendering of it.</param>
    public sealed record Input(CycleRef Cycle, string DossierHash, RenderingId Rendering);
}

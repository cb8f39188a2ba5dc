using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Rendering;

/// <summary>Looks which renderings of a round's dossier are still to be made.</summary>
internal sealed class FindRenderingsActivity(IEventStore record, Renderings renderings)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, RenderingInput input) =>
        context.CallActivityAsync<Output>(nameof(FindRenderingsActivity), input, Retries.Standard);

    /// <summary>Looks; none are left of a dossier that does not hold any more, or of a cycle that has ended.</summary>
    [Function(nameof(FindRenderingsActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] RenderingInput input,
        CancellationToken cancellation
    )
    {
        var cycle = input.Cycle.Cycle;
        var state = (await record.ReadAsync(cycle.Stream, cancellation)).Cycle;
        if (!state.AwaitsRenderings(input.Round))
        {
            return new Output("", []);
        }
        var hash = state.Dossiers[input.Round];
        var made = await renderings.MadeAsync(cycle, hash, _ => true, cancellation);
        return new Output(hash, [.. renderings.All.Except(made.Select(file => file.Id))]);
    }

    /// <summary>What is to be done.</summary>
    /// <param name="DossierHash">The dossier; empty if nothing is to be done.</param>
    /// <param name="Missing">The renderings to make, in order.</param>
    public sealed record Output(string DossierHash, IReadOnlyList<RenderingId> Missing);
}

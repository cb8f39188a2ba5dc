using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Figures;

/// <summary>Finds out whether authors are to be asked about the figures as they are now, and sums up what peers say.</summary>
internal sealed class BeginTellingActivity(
    Cycles cycles,
    FigureSettling settling,
    FigureFindings findings
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, CycleRef cycle) =>
        context.CallActivityAsync<Output>(nameof(BeginTellingActivity), cycle, Retries.Standard);

    /// <summary>Looks; may run more than once.</summary>
    [Function(nameof(BeginTellingActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] CycleRef cycle,
        CancellationToken cancellation
    )
    {
        if (
            await cycles.FindAsync(cycle.Cycle, cancellation) is not { State.End: null } running
            || await settling.FindAsync(running.Plan, cancellation)
                is not { IsSettled: false, Root: { } root }
        )
        {
            return new Output(null);
        }
        await findings.SumUpPeersAsync(running.Plan, root, cancellation);
        var steps = FigureTree
            .Of(running.Plan)
            .Nodes.Chunk(TellAuthorsActivity.NodesOfAStep)
            .Count();
        return new Output(new FigureTelling(root, steps));
    }

    /// <summary>What is to be told.</summary>
    /// <param name="Telling">Of which figures and in how many steps; null: nothing, or not yet.</param>
    public sealed record Output(FigureTelling? Telling);
}

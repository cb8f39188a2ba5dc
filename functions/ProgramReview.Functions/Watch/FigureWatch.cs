using Microsoft.DurableTask.Client;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Watch;

/// <summary>Has figures added up that changed since the last look, and once a day all of them proved.</summary>
public sealed class FigureWatch(Processes processes, FigureSettling settling, FigureWriter figures)
{
    /// <summary>Begins the process if anything is left to add up, or if it was ended from outside.</summary>
    public async Task WatchAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CancellationToken cancellation
    )
    {
        if (!FigureTree.Of(cycle.Plan).HasFigures)
        {
            return;
        }
        var process = new ProcessId.Figures(cycle.Ref.Cycle);
        if (
            !(await settling.FindAsync(cycle.Plan, cancellation)).IsSettled
            || await client.GetInstanceAsync(process.ToString(), cancellation)
                is { RuntimeStatus: OrchestrationRuntimeStatus.Terminated }
        )
        {
            await processes.TendAsync(client, cycle.Ref, process, cancellation);
        }
    }

    /// <summary>Has every node made anew from its reports and those below it: what is not what it was, was wrong.</summary>
    public async Task ProveAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CancellationToken cancellation
    )
    {
        await figures.ProveAsync(cycle.Plan, cancellation);
        await WatchAsync(client, cycle, cancellation);
    }
}

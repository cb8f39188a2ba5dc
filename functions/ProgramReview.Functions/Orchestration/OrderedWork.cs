using Microsoft.DurableTask;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Requesting;

namespace ProgramReview.Functions.Orchestration;

/// <summary>
/// Runs what operations order beside the planned work: reports opened again and failed processes. Nothing is compiled before all of it
/// has ended.
/// </summary>
internal sealed class OrderedWork(
    TaskOrchestrationContext context,
    WakeSignal signal,
    CycleRef cycle
)
{
    private readonly List<Task> running = [];

    /// <summary>How many orders were seen; a dossier is compiled only if there are no others.</summary>
    public int Seen { get; private set; }

    /// <summary>Waits for the planned work, and for all that is ordered until it is done.</summary>
    public async Task FinishAsync(Task? planned = null)
    {
        if (planned is not null)
        {
            running.Add(planned);
        }
        while (true)
        {
            await StartAsync();
            var open = running.Where(task => !task.IsCompleted).ToList();
            if (open.Count == 0)
            {
                await Task.WhenAll(running);
                running.Clear();
                return;
            }
            await signal.WaitAsync(open);
        }
    }

    /// <summary>Starts what was ordered since the last look, and does not wait for it.</summary>
    public async Task StartAsync()
    {
        var ordered = await ReadOrdersActivity.CallAsync(context, new(cycle, Seen));
        Seen = ordered.Seen;
        running.AddRange(
            ordered.Reports.Select(report =>
                FanOutOrchestrator.ShieldAsync(
                    context,
                    cycle.Cycle,
                    report.InstanceId,
                    ReportOrchestrator.CallAsync(context, report)
                )
            )
        );
    }
}

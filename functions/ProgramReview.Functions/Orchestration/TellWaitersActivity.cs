using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Orchestration;

/// <summary>Wakes whoever waits for a process that is about to end: its branch, and the cycle where it waits for it by itself.</summary>
internal sealed class TellWaitersActivity(Cycles cycles, IEventStore record)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync(nameof(TellWaitersActivity), input, Retries.Standard);

    /// <summary>Rings; may run more than once.</summary>
    [Function(nameof(TellWaitersActivity))]
    public async Task RunAsync(
        [ActivityTrigger] Input input,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var process = input.Process;
        var plan = await cycles.PlanAsync(process.Of, cancellation);
        var tree = FanOutTree.Of(plan);
        var node = process switch
        {
            ProcessId.Report { Window: 1, Assignment: var assignment } => tree.PlaceOf(assignment),
            ProcessId.Branch { Node: var below } => tree.ParentOf(below),
            _ => null,
        };
        if (node is not null)
        {
            await client.WakeAsync(new ProcessId.Branch(process.Of, node).ToString(), cancellation);
        }
        if (node is null || await IsOrderedAsync(process, cancellation))
        {
            await client.WakeAsync(process.Of.InstanceId, cancellation);
        }
    }

    private async Task<bool> IsOrderedAsync(ProcessId process, CancellationToken cancellation) =>
        (await record.ReadAsync(process.Of.Stream, cancellation))
            .Cycle.Orders.OfType<CycleEvent.RetryOrdered>()
            .Any(order => order.Instance == process.ToString());

    /// <summary>Who ends.</summary>
    /// <param name="Process">The process.</param>
    public sealed record Input(ProcessId Process);
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Requesting;

/// <summary>Lists the processes that a node of the fan-out looks after: reports, and nodes below it.</summary>
internal sealed class ListFanOutActivity(Cycles cycles)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<IReadOnlyList<ProcessId>> CallAsync(
        TaskOrchestrationContext context,
        FanOutInput input
    ) =>
        context.CallActivityAsync<IReadOnlyList<ProcessId>>(
            nameof(ListFanOutActivity),
            input,
            Retries.Standard
        );

    /// <summary>Lists; may run more than once, with the same answer.</summary>
    [Function(nameof(ListFanOutActivity))]
    public async Task<IReadOnlyList<ProcessId>> RunAsync(
        [ActivityTrigger] FanOutInput input,
        CancellationToken cancellation
    )
    {
        var plan = await cycles.PlanAsync(input.Cycle.Cycle, cancellation);
        return
        [
            .. FanOutTree
                .Of(plan)
                .Children(input.Node)
                .Select(item => ProcessId.For(plan.Plan.Cycle, item)),
        ];
    }
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Requesting;

/// <summary>Lists what a node of the fan-out starts: reports and nodes below it.</summary>
internal sealed class ListFanOutActivity(Cycles cycles)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, FanOutInput input) =>
        context.CallActivityAsync<Output>(nameof(ListFanOutActivity), input, Retries.Standard);

    /// <summary>Lists; may run more than once, with the same answer.</summary>
    [Function(nameof(ListFanOutActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] FanOutInput input,
        CancellationToken cancellation
    )
    {
        var plan = await cycles.PlanAsync(input.Cycle.Cycle, cancellation);
        var items = FanOutTree.Of(plan).Children(input.Node);
        return new Output(
            [
                .. items
                    .OfType<FanOutItem.Report>()
                    .Select(item => ReportInput.Start(input.Cycle, item.Assignment, window: 1)),
            ],
            [
                .. items
                    .OfType<FanOutItem.Branch>()
                    .Select(item => new FanOutInput(input.Cycle, item.Node)),
            ]
        );
    }

    /// <summary>What a node starts.</summary>
    /// <param name="Reports">Reports.</param>
    /// <param name="Branches">Nodes below.</param>
    public sealed record Output(
        IReadOnlyList<ReportInput> Reports,
        IReadOnlyList<FanOutInput> Branches
    );
}

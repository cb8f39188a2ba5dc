using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Requesting;

/// <summary>Lists what a node of the fan-out starts: reports, with the plan's terms, and nodes below it.</summary>
internal sealed class ListFanOutActivity(PlanStore plans)
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
        var plan = await plans.GetAsync(input.Cycle.PlanHash, cancellation);
        var items = FanOutTree.Children(plan, input.Node);
        return new Output(
            [
                .. items
                    .OfType<FanOutItem.Report>()
                    .Select(item => ReportOf(input.Cycle, plan, item.Assignment)),
            ],
            [
                .. items
                    .OfType<FanOutItem.Branch>()
                    .Select(item => new FanOutInput(input.Cycle, item.Node)),
            ]
        );
    }

    private static ReportInput ReportOf(CycleRef cycle, PlanLookup plan, AssignmentId assignment)
    {
        var terms = PlannedTerms.Of(plan, assignment);
        return new ReportInput(cycle, assignment, terms, terms.Start());
    }

    /// <summary>What a node starts.</summary>
    /// <param name="Reports">Reports.</param>
    /// <param name="Branches">Nodes below.</param>
    public sealed record Output(
        IReadOnlyList<ReportInput> Reports,
        IReadOnlyList<FanOutInput> Branches
    );
}

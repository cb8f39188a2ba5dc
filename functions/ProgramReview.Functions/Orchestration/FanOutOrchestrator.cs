using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Requesting;

namespace ProgramReview.Functions.Orchestration;

/// <summary>Starts the reports and branches of one node side by side and waits for all; at most 100, so that every history stays small.</summary>
internal static class FanOutOrchestrator
{
    /// <summary>Runs the node as a child.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, FanOutInput input) =>
        context.CallSubOrchestratorAsync(
            nameof(FanOutOrchestrator),
            input,
            new SubOrchestrationOptions(instanceId: input.InstanceId)
        );

    /// <summary>Fans out and in.</summary>
    [Function(nameof(FanOutOrchestrator))]
    public static async Task RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext context,
        FanOutInput input
    )
    {
        var below = await ListFanOutActivity.CallAsync(context, input);
        var children = below
            .Reports.Select(report =>
                ShieldAsync(
                    context,
                    input.Cycle.Cycle,
                    report.InstanceId,
                    ReportOrchestrator.CallAsync(context, report)
                )
            )
            .Concat(
                below.Branches.Select(branch =>
                    ShieldAsync(
                        context,
                        input.Cycle.Cycle,
                        branch.InstanceId,
                        CallAsync(context, branch)
                    )
                )
            )
            .ToList();
        new ProcessStatus(
            "collecting",
            FormattableString.Invariant($"{children.Count} processes")
        ).Show(context);
        await Task.WhenAll(children);
    }

    /// <summary>Waits for a child or a mail; its failure becomes an event that people see, and never sinks the others.</summary>
    public static async Task ShieldAsync(
        TaskOrchestrationContext context,
        CycleId cycle,
        string instance,
        Task child
    )
    {
        try
        {
            await child;
        }
        catch (TaskFailedException failure)
        {
            await NoteFailureActivity.CallAsync(context, new(cycle, instance, failure.Message));
        }
    }
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Functions.Requesting;

namespace ProgramReview.Functions.Orchestration;

/// <summary>Moves the deadlines that a declared outage moves, a hundred assignments at a step.</summary>
internal static class OutageOrchestrator
{
    private const int StepsPerHistory = 40;

    /// <summary>Steps through all assignments, and writes down what came of it.</summary>
    [Function(nameof(OutageOrchestrator))]
    public static Task RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext context,
        OutageInput input
    ) => Supervision.LeadAsync(context, input.Process, () => MoveAsync(context, input));

    private static async Task<bool> MoveAsync(TaskOrchestrationContext context, OutageInput input)
    {
        for (var step = 0; step < StepsPerHistory; step++)
        {
            new OutageStatus("moving deadlines", input.Progress).Show(context);
            var done = await MoveDuesActivity.CallAsync(context, input);
            input = input with { Progress = input.Progress.With(done.Moved, done.Stayed) };
            if (done.Left == 0)
            {
                await EndOutageActivity.CallAsync(context, input);
                return true;
            }
        }
        context.ContinueAsNew(input);
        return false;
    }
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Figures;

namespace ProgramReview.Functions.Orchestration;

/// <summary>
/// Adds up the figures of what changed, level by level up to the whole, and ends; whoever finds more that changed begins it anew. What it does next
/// stands in the marks of the index alone.
/// </summary>
internal static class FiguresOrchestrator
{
    private const int StepsPerHistory = 40;

    /// <summary>Adds up until nothing is left.</summary>
    [Function(nameof(FiguresOrchestrator))]
    public static Task RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext context,
        FiguresInput input
    ) =>
        Supervision.LeadAsync(
            context,
            new ProcessId.Figures(input.Cycle.Cycle),
            () => AddUpAsync(context, input)
        );

    private static async Task<bool> AddUpAsync(TaskOrchestrationContext context, FiguresInput input)
    {
        new ProcessStatus("adding figures up").Show(context);
        for (var step = 0; step < StepsPerHistory; step++)
        {
            var done = await AddFiguresUpActivity.CallAsync(context, input);
            if (done.IsDone)
            {
                return true;
            }
            input = input with { HasBegun = true, MostDepth = done.MostDepth };
        }
        context.ContinueAsNew(input);
        return false;
    }
}

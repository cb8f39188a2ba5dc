using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Figures;

namespace ProgramReview.Functions.Orchestration;

/// <summary>
/// Adds up the figures of what changed, level by level up to the whole, asks the authors about what does not go together once their reports are settled,
/// and ends; whoever finds more that changed begins it anew. What it does next stands in the marks of the index alone.
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
        for (var step = 0; step < StepsPerHistory; step++)
        {
            switch (input.Telling)
            {
                case null:
                    new ProcessStatus("adding figures up").Show(context);
                    var done = await AddFiguresUpActivity.CallAsync(context, input);
                    input = input with { HasBegun = true, MostDepth = done.MostDepth };
                    if (done.IsDone)
                    {
                        var begun = await BeginTellingActivity.CallAsync(context, input.Cycle);
                        if (begun.Telling is null)
                        {
                            return true;
                        }
                        input = input with { Telling = begun.Telling };
                    }
                    break;
                case { } telling when telling.Done < telling.Steps:
                    new ProcessStatus("asking about figures that do not go together").Show(context);
                    await TellAuthorsActivity.CallAsync(context, input);
                    input = input with { Telling = telling with { Done = telling.Done + 1 } };
                    break;
                default:
                    await EndTellingActivity.CallAsync(context, input);
                    // What is asked about is unexplained from now on, and figures say so.
                    input = new FiguresInput(input.Cycle, HasBegun: true);
                    break;
            }
        }
        context.ContinueAsNew(input);
        return false;
    }
}

using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Requesting;

namespace ProgramReview.Functions.Orchestration;

/// <summary>Looks after the reports and branches of one node until all have ended; at most 100, so that every history stays small.</summary>
internal static class FanOutOrchestrator
{
    private const int LooksPerHistory = 30;

    /// <summary>Fans out and in.</summary>
    [Function(nameof(FanOutOrchestrator))]
    public static Task RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext context,
        FanOutInput input
    ) => Supervision.LeadAsync(context, input.Process, () => CollectAsync(context, input));

    private static async Task<bool> CollectAsync(
        TaskOrchestrationContext context,
        FanOutInput input
    )
    {
        var vigil = new Vigil(context);
        var open = await ListFanOutActivity.CallAsync(context, input);
        for (var look = 0; look + vigil.Spared < LooksPerHistory; look++)
        {
            open = await Supervision.TendAsync(context, input.Cycle, open);
            if (open.Count == 0)
            {
                return true;
            }
            new ProcessStatus(
                "collecting",
                string.Create(CultureInfo.InvariantCulture, $"{open.Count} processes"),
                vigil.NextLook
            ).Show(context);
            await vigil.WaitAsync();
        }
        context.ContinueAsNew(input);
        return false;
    }
}

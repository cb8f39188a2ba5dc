using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Rendering;

namespace ProgramReview.Functions.Orchestration;

/// <summary>Makes all renderings of a dossier, a file at a step. One that fails holds up no other: it is tried again after them, and longer.</summary>
internal static class RenderingOrchestrator
{
    /// <summary>Makes what is not made yet, and writes down what came of it.</summary>
    [Function(nameof(RenderingOrchestrator))]
    public static Task RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext context,
        RenderingInput input
    ) => Supervision.LeadAsync(context, input.Process, () => RenderAsync(context, input));

    private static async Task<bool> RenderAsync(
        TaskOrchestrationContext context,
        RenderingInput input
    )
    {
        var work = await FindRenderingsActivity.CallAsync(context, input);
        var again = new List<RenderingId>();
        foreach (var (i, id) in work.Missing.Index())
        {
            new ProcessStatus(
                FormattableString.Invariant($"rendering {i + 1} of {work.Missing.Count}: {id}")
            ).Show(context);
            if (await TryAsync(id, Retries.Brief) is not null)
            {
                again.Add(id);
            }
        }
        // All at once, and an archive besides what it waits for: each has its two hours.
        new ProcessStatus(FormattableString.Invariant($"rendering {again.Count} again")).Show(
            context
        );
        var failures = await Task.WhenAll(again.Select(id => TryAsync(id, Retries.Standard)));
        if (failures.FirstOrDefault(failure => failure is not null) is { } first)
        {
            throw first;
        }
        if (work.DossierHash.Length > 0)
        {
            await EndRenderingActivity.CallAsync(context, input);
        }
        return true;

        async Task<TaskFailedException?> TryAsync(RenderingId id, TaskOptions retries)
        {
            try
            {
                await RenderDossierActivity.CallAsync(
                    context,
                    new(input.Cycle, work.DossierHash, id),
                    retries
                );
                return null;
            }
            catch (TaskFailedException why)
            {
                return why;
            }
        }
    }
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Functions.Material;

namespace ProgramReview.Functions.Orchestration;

/// <summary>Makes the material for the consolidated report, a hundred reports at a step.</summary>
internal static class MaterialOrchestrator
{
    private const int StepsPerHistory = 40;

    /// <summary>Steps through all reports, and writes down what came of it.</summary>
    [Function(nameof(MaterialOrchestrator))]
    public static Task RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext context,
        MaterialInput input
    ) => Supervision.LeadAsync(context, input.Process, () => MakeAsync(context, input));

    private static async Task<bool> MakeAsync(TaskOrchestrationContext context, MaterialInput input)
    {
        for (var step = 0; step < StepsPerHistory; step++)
        {
            new MaterialStatus("collecting", input.Progress.Pieces.Count).Show(context);
            var made = await CollectMaterialActivity.CallAsync(context, input);
            input = input with { Progress = input.Progress.With(made.Hash, made.Reports) };
            if (made.Left == 0)
            {
                await EndMaterialActivity.CallAsync(context, input);
                return true;
            }
        }
        context.ContinueAsNew(input);
        return false;
    }
}

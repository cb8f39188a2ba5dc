using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ProgramReview.Functions.Orchestration;

/// <summary>Carries out an order over many assignments or people, at most a hundred at a step.</summary>
internal static class OrderOrchestrator
{
    private const int StepsPerHistory = 40;

    /// <summary>Steps through all, and writes down what came of it.</summary>
    [Function(nameof(OrderOrchestrator))]
    public static Task RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext context,
        OrderInput input
    ) => Supervision.LeadAsync(context, input.Process, () => CarryOutAsync(context, input));

    private static async Task<bool> CarryOutAsync(
        TaskOrchestrationContext context,
        OrderInput input
    )
    {
        for (var step = 0; step < StepsPerHistory; step++)
        {
            new OrderStatus("carrying out an order", input.Progress).Show(context);
            var done = await OrderStepActivity.CallAsync(context, input);
            input = input with
            {
                Progress = input.Progress.With(
                    done.Next ?? input.Progress.Place,
                    done.Done,
                    done.Stayed
                ),
            };
            if (done.Next is null)
            {
                await EndOrderActivity.CallAsync(context, input);
                return true;
            }
        }
        context.ContinueAsNew(input);
        return false;
    }
}

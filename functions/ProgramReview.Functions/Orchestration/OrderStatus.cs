using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Requesting;

namespace ProgramReview.Functions.Orchestration;

/// <summary>
/// What the process of an order over many assignments says of itself to whoever looks at its instance: the status page, a monitor, the portal.
/// </summary>
/// <param name="Phase">What it does.</param>
/// <param name="Progress">How far it has come.</param>
internal sealed record OrderStatus(string Phase, OrderProgress Progress)
{
    /// <summary>Shows it at the instance.</summary>
    public void Show(TaskOrchestrationContext context) => context.SetCustomStatus(this);

    /// <summary>How far a process says that it has come; the start where it says nothing.</summary>
    public static async Task<OrderProgress> ReadAsync(
        DurableTaskClient client,
        string instance,
        CancellationToken cancellation
    ) =>
        (await client.GetInstanceAsync(instance, getInputsAndOutputs: true, cancellation))
            is { SerializedCustomStatus: not null } found
            ? found.ReadCustomStatusAs<OrderStatus>()!.Progress
            : OrderProgress.Start;
}

using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Requesting;

namespace ProgramReview.Functions.Material;

/// <summary>What the making of material says of itself to whoever looks at its instance.</summary>
/// <param name="Phase">What it does.</param>
/// <param name="Pieces">How many pieces are made.</param>
internal sealed record MaterialStatus(string Phase, int Pieces)
{
    /// <summary>Shows it at the instance.</summary>
    public void Show(TaskOrchestrationContext context) => context.SetCustomStatus(this);

    /// <summary>How many pieces a process says that it has made.</summary>
    public static async Task<int> ReadAsync(
        DurableTaskClient client,
        ProcessId.Material process,
        CancellationToken cancellation
    ) =>
        (await client.GetInstanceAsync(process.ToString(), getInputsAndOutputs: true, cancellation))
            is { SerializedCustomStatus: not null } found
            ? found.ReadCustomStatusAs<MaterialStatus>()!.Pieces
            : 0;
}

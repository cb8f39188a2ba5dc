using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Requesting;

namespace ProgramReview.Functions.Requesting;

/// <summary>What the process of an outage says of itself to whoever looks at its instance: the status page, a monitor, the portal.</summary>
/// <param name="Phase">What it does.</param>
/// <param name="Progress">How far it has come.</param>
internal sealed record OutageStatus(string Phase, OutageProgress Progress)
{
    /// <summary>Shows it at the instance.</summary>
    public void Show(TaskOrchestrationContext context) => context.SetCustomStatus(this);

    /// <summary>How far a process says that it has come; the start where it says nothing.</summary>
    public static async Task<OutageProgress> ReadAsync(
        DurableTaskClient client,
        ProcessId.Outage process,
        CancellationToken cancellation
    ) =>
        (await client.GetInstanceAsync(process.ToString(), getInputsAndOutputs: true, cancellation))
            is { SerializedCustomStatus: not null } found
            ? found.ReadCustomStatusAs<OutageStatus>()!.Progress
            : OutageProgress.Start;
}

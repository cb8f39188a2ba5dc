using Microsoft.DurableTask.Client;

namespace ProgramReview.Functions.Orchestration;

/// <summary>Rings orchestrations. A ring only says "look again", so one to a missing or finished instance is a success.</summary>
public static class Ringing
{
    /// <summary>Rings one instance.</summary>
    public static async Task RingAsync(
        this DurableTaskClient client,
        string instanceId,
        CancellationToken cancellation = default
    )
    {
        if (await IsGoneAsync(client, instanceId, cancellation))
        {
            return;
        }
        try
        {
            await client.RaiseEventAsync(instanceId, Bell.EventName, cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // The real client throws for an instance that finished in between, and hides the exception's type.
            if (!await IsGoneAsync(client, instanceId, cancellation))
            {
                throw;
            }
        }
    }

    private static async Task<bool> IsGoneAsync(
        DurableTaskClient client,
        string instanceId,
        CancellationToken cancellation
    ) => await client.GetInstanceAsync(instanceId, cancellation) is not { IsCompleted: false };
}

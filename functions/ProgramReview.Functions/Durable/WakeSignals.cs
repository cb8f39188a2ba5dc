using Microsoft.DurableTask.Client;

namespace ProgramReview.Functions.Durable;

/// <summary>Rings orchestrations. A ring only says "look again", so one to a missing or finished instance is a success.</summary>
public static class WakeSignals
{
    /// <summary>Rings one instance.</summary>
    public static async Task WakeAsync(
        this DurableTaskClient client,
        string instanceId,
        CancellationToken cancellation = default
    )
    {
        if (await client.IsGoneAsync(instanceId, cancellation))
        {
            return;
        }
        try
        {
            await client.RaiseEventAsync(instanceId, WakeSignal.EventName, cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // The real client throws for an instance that finished in between, and hides the exception's type.
            if (!await client.IsGoneAsync(instanceId, cancellation))
            {
                throw;
            }
        }
    }

    /// <summary>Whether an instance is missing or has ended.</summary>
    public static async Task<bool> IsGoneAsync(
        this DurableTaskClient client,
        string instanceId,
        CancellationToken cancellation
    ) => await client.GetInstanceAsync(instanceId, cancellation) is not { IsCompleted: false };
}

using System.Runtime.CompilerServices;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Watch;

/// <summary>
/// Takes the histories of cycles out of the hub that were taken out of storage: they hold ids and hashes, and an instance that lies there would
/// keep a cycle of the same name from starting.
/// </summary>
public sealed class PurgedProcesses(IPurgedCycles purged, IEventStore record)
{
    /// <summary>
    /// Purges what has ended of every cycle that is noted, and ends what still runs for the next look, unless a cycle of the same name has begun
    /// anew. The note goes once nothing is left.
    /// </summary>
    public async Task PurgeAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var cycle in await purged.ListAsync(cancellation))
        {
            var isAnew = (await record.ReadAsync(cycle.Stream, cancellation)).Count > 0;
            var isClean = true;
            await foreach (var instance in InstancesAsync(client, cycle, cancellation))
            {
                if (instance.IsCompleted)
                {
                    await client.PurgeInstanceAsync(
                        instance.InstanceId,
                        cancellation: cancellation
                    );
                }
                else if (!isAnew)
                {
                    isClean = false;
                    await client.TerminateInstanceAsync(instance.InstanceId, cancellation);
                }
            }
            if (isClean)
            {
                await purged.RemoveAsync(cycle, cancellation);
            }
        }
    }

    private static async IAsyncEnumerable<OrchestrationMetadata> InstancesAsync(
        DurableTaskClient client,
        CycleId cycle,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        if (await client.GetInstanceAsync(cycle.InstanceId, cancellation) is { } own)
        {
            yield return own;
        }
        var others = client.GetAllInstancesAsync(
            new OrchestrationQuery(InstanceIdPrefix: cycle.InstancePrefix)
        );
        await foreach (var instance in others.WithCancellation(cancellation))
        {
            yield return instance;
        }
    }
}

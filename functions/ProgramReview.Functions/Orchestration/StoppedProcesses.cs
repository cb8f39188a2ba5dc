using Microsoft.DurableTask.Client;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Orchestration;

/// <summary>Ends the processes of a cycle that a person stopped, but for those that carry out what was ordered last.</summary>
public static class StoppedProcesses
{
    private const int AtOnce = FanOutTree.MaxChildren;

    private static readonly OrchestrationRuntimeStatus[] Live =
    [
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Suspended,
    ];

    /// <summary>After how many steps an order waits no longer for what cannot be ended; the reconciler goes on with it.</summary>
    public static int MostSteps(PlanLookup plan) => 10 + (plan.Assignments.Count / (AtOnce / 4));

    /// <summary>Ends the cycle's own process, that it may start no more: Azure Storage ends no children with it, whatever it is asked.</summary>
    public static Task EndWholeAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CancellationToken cancellation
    ) => EndAsync(client, cycle.Ref.Cycle.InstanceId, cancellation);

    /// <summary>Ends it and at most a hundred others.</summary>
    /// <returns>Whether any others were still alive.</returns>
    public static async Task<bool> EndSomeAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CancellationToken cancellation
    )
    {
        await EndWholeAsync(client, cycle, cancellation);
        var last = cycle.State.OpenOrders.Select(order => order.Instance).ToHashSet();
        var children = await client
            .GetAllInstancesAsync(
                new OrchestrationQuery(
                    Statuses: Live,
                    InstanceIdPrefix: cycle.Ref.Cycle.InstancePrefix
                )
            )
            .Select(child => child.InstanceId)
            .Where(child => !last.Contains(child))
            .Take(AtOnce)
            .ToListAsync(cancellation);
        foreach (var child in children)
        {
            await EndAsync(client, child, cancellation);
        }
        return children.Count > 0;
    }

    private static async Task EndAsync(
        DurableTaskClient client,
        string instance,
        CancellationToken cancellation
    )
    {
        if (await client.IsGoneAsync(instance, cancellation))
        {
            return;
        }
        try
        {
            await client.TerminateInstanceAsync(instance, cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // The real client throws for an instance that finished in between, and hides the exception's type.
            if (!await client.IsGoneAsync(instance, cancellation))
            {
                throw;
            }
        }
    }
}

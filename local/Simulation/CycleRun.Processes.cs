using System.Globalization;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Operations;

namespace ProgramReview.Local.Simulation;

/// <content>Processes that are ended from outside or lost, and the operators who have them started again.</content>
internal sealed partial class CycleRun
{
    private long lost;
    private long retried;

    private async Task LoseProcessAsync(bool isPurged)
    {
        var live = new List<string>();
        await foreach (var instance in Client.GetAllInstancesAsync(new OrchestrationQuery()))
        {
            if (!instance.IsCompleted)
            {
                live.Add(instance.InstanceId);
            }
        }
        if (live.Count == 0)
        {
            return;
        }
        var process = live[dice.Pick(live.Count, "which process is lost", ++lost)];
        Oracle.Ended.Add(process);
        schedule.Add(
            Clock.GetUtcNow(),
            $"the process {process} is ended",
            () => UnlessTooLateAsync(Client.TerminateInstanceAsync(process, crash.Life))
        );
        if (isPurged)
        {
            schedule.Add(
                Clock.GetUtcNow().AddSeconds(1),
                $"the history of {process} is lost",
                () =>
                    UnlessTooLateAsync(Client.PurgeInstanceAsync(process, cancellation: crash.Life))
            );
        }
    }

    // What was to be ended has ended, or what was to be lost was begun anew before.
    private static async Task UnlessTooLateAsync(Task fault)
    {
        try
        {
            await fault;
        }
        catch (InvalidOperationException refused)
            when (refused.Message.StartsWith("Cannot ", StringComparison.Ordinal)) { }
    }

    /// <summary>Has everything started again that the status page shows as failed.</summary>
    private async Task RetryAsync()
    {
        if (await Pages.FindAsync(SimulatedPlan.Cycle, crash.Life) is not { } cycle)
        {
            return;
        }
        foreach (var process in cycle.State.Failed.Keys.Order(StringComparer.Ordinal))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"retry-{++retried}");
            Oracle.Retries.Add(AssignmentCommandHandler.KeyOf(id), process);
            var answer = await world
                .Get<CycleCommandHandler>()
                .RetryAsync(
                    Client,
                    cycle,
                    id,
                    new CycleEvent.RetryOrdered(process, Officer, "It was ended"),
                    crash.Life
                );
            Note(
                $"  {nameof(Command.Retry)} {process}: {(answer is CommandAnswer.Refused refused ? refused.Why.Code : "done")}"
            );
        }
    }
}

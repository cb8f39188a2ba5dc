using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Watch;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Simulation.Faults;

namespace ProgramReview.Local.Simulation;

/// <content>How time passes.</content>
internal sealed partial class CycleRun
{
    // A cycle of this plan takes a month, with expired and repeated rounds two; whatever has not ended by then never will.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(140);

    // Late acts are still played for a while: they must not change anything.
    private static readonly TimeSpan Aftermath = TimeSpan.FromDays(2);

    private long cutIns;

    /// <summary>Plays the cycle to its end, or until patience has run out.</summary>
    public async Task RunAsync()
    {
        Prepare();
        var limit = SimulatedPlan.Opens + Patience;
        while (Clock.GetUtcNow() < limit && !store.IsRunaway)
        {
            await SettleAsync();
            await LookAtSumsAsync();
            if (Oracle.EndedAt is { } ended && Clock.GetUtcNow() > ended + Aftermath)
            {
                break;
            }
            if (Earliest(world.Engine.NextDue, schedule.Next) is not { } next)
            {
                break;
            }
            await PassAsync(next);
        }
    }

    // Work and acts of one instant call each other forth; the instant is over when nothing is left.
    private async Task SettleAsync()
    {
        while (!store.IsRunaway)
        {
            if (crash.HasHappened)
            {
                await RestartAsync(isDeployment: false);
            }
            try
            {
                await world.Engine.RunUntilIdleAsync(crash.Life);
            }
            catch (Exception) when (crash.HasHappened)
            {
                continue;
            }
            if (!schedule.TryTake(Clock.GetUtcNow(), out var action))
            {
                return;
            }
            await TryAsync(action);
        }
    }

    private async Task PassAsync(DateTimeOffset next)
    {
        switch (faults.At("time passes", Fault.Sleeps, Fault.Deployed, Fault.Ended, Fault.Purged))
        {
            case Fault.Ended:
                await LoseProcessAsync(isPurged: false);
                break;
            case Fault.Purged:
                await LoseProcessAsync(isPurged: true);
                break;
            case Fault.Sleeps:
                await SleepAsync(next + faults.Lateness("sleep"));
                break;
            case Fault.Deployed:
                await RestartAsync(isDeployment: true);
                break;
            default:
                break;
        }
        if (next > Clock.GetUtcNow())
        {
            Clock.AdvanceTo(next);
        }
    }

    /// <summary>Nothing of the product runs; storage goes on, and so do uploads that had begun.</summary>
    private async Task SleepAsync(DateTimeOffset until)
    {
        var missed = new List<ScheduledAction>();
        while (schedule.TryTake(until, out var action))
        {
            if (!action.IsOutside)
            {
                missed.Add(action);
                continue;
            }
            Clock.AdvanceTo(action.At > Clock.GetUtcNow() ? action.At : Clock.GetUtcNow());
            await TryAsync(action);
        }
        missed.ForEach(action => schedule.Add(action with { At = until, IsAct = false }));
        Clock.AdvanceTo(until);
    }

    // Somebody who would have come within the hour comes now, in the middle of a call; now and then somebody looks at what they did.
    private async Task CutInAsync()
    {
        if (!schedule.TryTake(Clock.GetUtcNow().AddHours(1), out var action))
        {
            return;
        }
        Note($"in the middle of it: {action.Name}");
        await TryAsync(action);
        if (dice.Says(0.5, "looks in the middle of it", ++cutIns))
        {
            await TryAsync(
                new ScheduledAction(Clock.GetUtcNow(), "an operator looks too", AddUpAsync)
                {
                    Tries = 1,
                }
            );
        }
    }

    /// <summary>Does an action; where the product does not answer, it is tried again after a while.</summary>
    private async Task TryAsync(ScheduledAction action)
    {
        Note(action.Name);
        try
        {
            await action.Do();
        }
        catch (Exception failure)
        {
            if (!crash.HasHappened && failure is not (IOException or AggregateException))
            {
                surprises.Add($"{action.Name}: {failure}");
            }
            if (action.Tries > 1)
            {
                var pause = dice.Between(
                    TimeSpan.FromSeconds(20),
                    TimeSpan.FromMinutes(20),
                    action.Name,
                    action.Tries
                );
                schedule.Add(
                    action with
                    {
                        At = Clock.GetUtcNow() + pause,
                        Tries = action.Tries - 1,
                        IsAct = false,
                    }
                );
            }
        }
    }

    private void DeliverBlobCreated(string blobName, TimeSpan delay) =>
        schedule.Add(
            Clock.GetUtcNow() + delay,
            $"the doorbell rings for {StableName.Blob(blobName)}",
            () => Pages.TellAsync(blobName, Channel.BlobCreated, crash.Life)
        );

    // The queue's own way: what failed is delivered again.
    private void DeliverCheck(string blobName, TimeSpan delay) =>
        schedule.Add(
            Clock.GetUtcNow() + delay,
            $"a check of {StableName.Blob(blobName)}",
            () => world.Get<SubmissionChecker>().CheckAsync(Client, blobName, crash.Life)
        );

    private void WakeLater(string instance, TimeSpan delay) =>
        schedule.Add(
            Clock.GetUtcNow() + delay,
            $"a late ring to {instance}",
            () => Client.WakeAsync(instance, crash.Life)
        );

    private void Deliver(ReceivedMail mail, TimeSpan delay) =>
        schedule.AddOutside(
            Clock.GetUtcNow() + delay,
            $"{mail.Person} has mail {StableName.Mail(mail.Id)}",
            () =>
            {
                Read(mail);
                return Task.CompletedTask;
            }
        );

    private void Reconciler(int number) =>
        Again(
            "a reconciliation",
            Clock.GetUtcNow()
                + dice.Between(TimeSpan.FromHours(5), TimeSpan.FromHours(30), "sweep", number),
            () => Reconciler(number + 1),
            () => world.Get<Reconciler>().LookAsync(Client, crash.Life)
        );

    private void DailyReconciler(int day) =>
        Again(
            "the daily reconciliation",
            SimulatedPlan.Opens.AddDays(day).AddHours(18),
            () => DailyReconciler(day + 1),
            async () =>
            {
                var began = Clock.GetUtcNow();
                await world.Get<DailyReconciler>().LookAsync(Client, crash.Life);
                Oracle.DailyLooks.Add(began);
            }
        );

    private void DailyAnchor(int day) =>
        Again(
            "the daily anchor",
            SimulatedPlan.Opens.AddDays(day).AddHours(16),
            () => DailyAnchor(day + 1),
            () => world.Get<DailyAnchor>().RunAsync(crash.Life)
        );

    // Whatever comes again sets itself up for the next time first, and does not try again by itself.
    private void Again(string name, DateTimeOffset at, Action next, Func<Task> act) =>
        schedule.Add(
            new ScheduledAction(
                at,
                name,
                () =>
                {
                    next();
                    return act();
                }
            )
            {
                Tries = 1,
            }
        );

    private static DateTimeOffset? Earliest(DateTimeOffset? first, DateTimeOffset? second) =>
        first is null || second < first ? second : first;
}

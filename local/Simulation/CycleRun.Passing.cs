using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Watch;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Simulation.Chance;
using ProgramReview.Local.Simulation.People;

namespace ProgramReview.Local.Simulation;

/// <content>How time passes.</content>
internal sealed partial class CycleRun
{
    // A cycle of this plan takes a month, with expired and repeated rounds two; whatever has not ended by then never will.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(140);

    // Late acts are still played for a while: they must not change anything.
    private static readonly TimeSpan Aftermath = TimeSpan.FromDays(2);

    /// <summary>Plays the cycle to its end, or until patience has run out.</summary>
    public async Task RunAsync()
    {
        Prepare();
        var limit = SmallPlan.Opens + Patience;
        while (Clock.GetUtcNow() < limit && !store.IsRunaway)
        {
            await SettleAsync();
            if (Ledger.EndedAt is { } ended && Clock.GetUtcNow() > ended + Aftermath)
            {
                break;
            }
            if (Earliest(world.Engine.NextDue, diary.Next) is not { } next)
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
            if (!diary.TryTake(Clock.GetUtcNow(), out var errand))
            {
                return;
            }
            await TryAsync(errand);
        }
    }

    private async Task PassAsync(DateTimeOffset next)
    {
        switch (mishaps.At("time passes", Mishap.Sleeps, Mishap.Deployed))
        {
            case Mishap.Sleeps:
                await SleepAsync(next + mishaps.Lateness("sleep"));
                break;
            case Mishap.Deployed:
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
        var missed = new List<Errand>();
        while (diary.TryTake(until, out var errand))
        {
            if (!errand.IsOutside)
            {
                missed.Add(errand);
                continue;
            }
            Clock.AdvanceTo(errand.At > Clock.GetUtcNow() ? errand.At : Clock.GetUtcNow());
            await TryAsync(errand);
        }
        missed.ForEach(errand => diary.Add(errand with { At = until, IsAct = false }));
        Clock.AdvanceTo(until);
    }

    // Somebody who would have come within the hour comes now, in the middle of a call.
    private async Task CutInAsync()
    {
        if (diary.TryTake(Clock.GetUtcNow().AddHours(1), out var errand))
        {
            Note($"in the middle of it: {errand.Name}");
            await TryAsync(errand);
        }
    }

    /// <summary>Does an errand; where the product does not answer, it is tried again after a while.</summary>
    private async Task TryAsync(Errand errand)
    {
        Note(errand.Name);
        try
        {
            await errand.Do();
        }
        catch (Exception failure)
        {
            if (!crash.HasHappened && failure is not (IOException or AggregateException))
            {
                surprises.Add($"{errand.Name}: {failure}");
            }
            if (errand.Tries > 1)
            {
                var pause = dice.Between(
                    TimeSpan.FromSeconds(20),
                    TimeSpan.FromMinutes(20),
                    errand.Name,
                    errand.Tries
                );
                diary.Add(
                    errand with
                    {
                        At = Clock.GetUtcNow() + pause,
                        Tries = errand.Tries - 1,
                        IsAct = false,
                    }
                );
            }
        }
    }

    private void DeliverBlobCreated(string blobName, TimeSpan delay) =>
        diary.Add(
            new Errand(
                Clock.GetUtcNow() + delay,
                $"the doorbell rings for {Ports.Plain.Blob(blobName)}",
                () =>
                    world
                        .Get<SubmissionRecorder>()
                        .RecordAsync(Client, blobName, Channel.BlobCreated, crash.Life)
            )
        );

    private void WakeLater(string instance, TimeSpan delay) =>
        diary.Add(
            new Errand(
                Clock.GetUtcNow() + delay,
                $"a late ring to {instance}",
                () => Client.WakeAsync(instance, crash.Life)
            )
        );

    private void Deliver(ReceivedMail mail, TimeSpan delay) =>
        diary.Add(
            new Errand(
                Clock.GetUtcNow() + delay,
                $"{mail.Person} has mail {Ports.Plain.Mail(mail.Id)}",
                () =>
                {
                    Read(mail);
                    return Task.CompletedTask;
                }
            )
            {
                IsOutside = true,
            }
        );

    private void Reconciler(int number)
    {
        var at =
            Clock.GetUtcNow()
            + dice.Between(TimeSpan.FromHours(5), TimeSpan.FromHours(30), "sweep", number);
        diary.Add(
            new Errand(
                at,
                "a sweep",
                async () =>
                {
                    Reconciler(number + 1);
                    await world.Get<Reconciler>().LookAsync(Client, crash.Life);
                }
            )
            {
                Tries = 1,
            }
        );
    }

    private void DailyReconciler(int day) =>
        diary.Add(
            new Errand(
                SmallPlan.Opens.AddDays(day).AddHours(18),
                "the daily sweep",
                async () =>
                {
                    DailyReconciler(day + 1);
                    var began = world.Clock.GetUtcNow();
                    await world.Get<DailyReconciler>().LookAsync(Client, crash.Life);
                    Ledger.DailyLooks.Add(began);
                }
            )
            {
                Tries = 1,
            }
        );

    private void DailyAnchor(int day) =>
        diary.Add(
            new Errand(
                SmallPlan.Opens.AddDays(day).AddHours(16),
                "the daily anchor",
                async () =>
                {
                    DailyAnchor(day + 1);
                    await world.Get<DailyAnchor>().RunAsync(crash.Life);
                }
            )
            {
                Tries = 1,
            }
        );

    private static DateTimeOffset? Earliest(DateTimeOffset? first, DateTimeOffset? second) =>
        first is null || second < first ? second : first;
}

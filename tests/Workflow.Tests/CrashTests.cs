using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Local.Engine;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal;

namespace ProgramReview.Workflow.Tests;

/// <summary>The engine is thrown away in the middle and opened again on its file; storage stays, as in life.</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task A_Crash_After_Every_Single_Write_Leaves_The_Same_Facts_And_Mails()
    {
        var calm = await PlayAsync(_ => false, beforeWrite: false);
        var seen = new HashSet<Faults.PortCall>();

        var rough = await PlayAsync(seen.Add, beforeWrite: false);

        Assert.InRange(rough.Crashes, 40, 1000);
        Assert.Equal(calm.Facts, rough.Facts);
        Assert.Equal(calm.Mails, rough.Mails);
    }

    [Fact]
    public async Task A_Crash_Before_Every_Single_Write_Leaves_The_Same_Facts_And_Mails()
    {
        var calm = await PlayAsync(_ => false, beforeWrite: true);
        var seen = new HashSet<Faults.PortCall>();

        var rough = await PlayAsync(seen.Add, beforeWrite: true);

        Assert.InRange(rough.Crashes, 40, 1000);
        Assert.Equal(calm.Facts, rough.Facts);
        Assert.Equal(calm.Mails, rough.Mails);
    }

    private static async Task<Played> PlayAsync(
        Func<Faults.PortCall, bool> crashes,
        bool beforeWrite
    )
    {
        var folder = Directory.CreateTempSubdirectory("crash-");
        try
        {
            return await PlayAsync(
                Path.Combine(folder.FullName, "engine.db"),
                crashes,
                beforeWrite
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Played> PlayAsync(
        string file,
        Func<Faults.PortCall, bool> crashes,
        bool beforeWrite
    )
    {
        var plan = new PlanLookup(Plans.Small());
        var faults = new Faults();
        var stop = new CancellationTokenSource();
        void Break(Faults.PortCall call)
        {
            if (
                (beforeWrite ? Faults.MayFailBefore(call) : Faults.MayFailAfter(call))
                && crashes(call)
            )
            {
                stop.Cancel();
                stop.Token.ThrowIfCancellationRequested();
            }
        }
        (beforeWrite ? () => faults.Before = Break : (Action)(() => faults.After = Break))();

        var store = new SqliteEngineStore(file);
        await using var world = World.Create(
            plan.Plan.Opens,
            cacheInstances: false,
            services =>
            {
                faults.Watch<IEventStore>(services);
                faults.Watch<IOutbox>(services);
            },
            store
        );
        var rehearsal = new Rehearsal(world, plan);
        for (var count = 0; ; count++)
        {
            try
            {
                var report = await rehearsal.RunAsync(stop.Token);
                Assert.True(report.EndedAsPlanned);
                var played = new Played(
                    count,
                    await EventsAsync(world, plan),
                    await MailsAsync(world, plan)
                );
                await store.DisposeAsync();
                return played;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                await store.DisposeAsync();
                store = new SqliteEngineStore(file);
                await world.ReopenAsync(store);
                stop = new CancellationTokenSource();
            }
        }
    }

    // The names of blobs are drawn by lot and may differ; kinds, order and instants may not.
    private static async Task<IReadOnlyList<string>> EventsAsync(World world, PlanLookup plan)
    {
        var events = new List<string>();
        foreach (
            var stream in plan.Assignments.Select(id => id.Stream).Append(plan.Plan.Cycle.Stream)
        )
        {
            var entries = await world.Get<InMemoryEventStore>().ReadAsync(stream);
            Assert.Null(Chain.FirstBroken(entries));
            Assert.Distinct(entries.Select(entry => entry.Key));
            // When a day's end, or what the material would be made of, is looked for is the rehearsal's choice, and it begins anew after each crash.
            events.AddRange(
                entries
                    .Where(entry =>
                        entry.Event
                            is not (
                                CycleEvent.Anchored { Cause: AnchorCause.Day }
                                or CycleEvent.MaterialAsked
                                or CycleEvent.MaterialMade
                                // One that a crash kept back goes out before the round ends.
                                or CycleEvent.Mailed { Kind: nameof(AnswerReceiptLetter) }
                            )
                    )
                    .Select(entry => $"{stream} {entry.Event.GetType().Name} {entry.RecordedAt:O}")
            );
        }
        return events;
    }

    private static async Task<IReadOnlyList<string>> MailsAsync(World world, PlanLookup plan)
    {
        var rows = await world.Get<InMemoryOutbox>().ListAsync(plan.Plan.Cycle).ToListAsync();
        Assert.Equal(
            rows.Count(mail => mail.Outcome!.Status == MailStatus.Accepted),
            rows.Count(mail => mail.Outcome!.Status != MailStatus.NotNeeded)
        );
        return
        [
            .. rows.Select(mail =>
                    $"{mail.Kind} {mail.Subject} {mail.Person} {mail.Outcome!.Status} {(mail.Kind == nameof(AnswerReceiptLetter) ? "" : $"{mail.QueuedAt:O}")}"
                )
                .Order(StringComparer.Ordinal),
            FormattableString.Invariant($"sent: {world.Get<RehearsedMailSender>().Sent.Count}"),
        ];
    }

    private sealed record Played(
        int Crashes,
        IReadOnlyList<string> Facts,
        IReadOnlyList<string> Mails
    );
}

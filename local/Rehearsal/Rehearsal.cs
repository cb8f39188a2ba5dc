using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Watch;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Rehearsal.Reporting;

namespace ProgramReview.Local.Rehearsal;

/// <summary>Plays a whole cycle: runs what is due, lets people act, and jumps to the next instant at which anything happens.</summary>
public sealed class Rehearsal
{
    // The product sweeps every five minutes; where nothing gets lost, a look a day shows the same.
    private static readonly TimeSpan ReconcileEvery = TimeSpan.FromDays(1);
    private static readonly TimeSpan Patience = TimeSpan.FromDays(400);

    private readonly World world;
    private readonly PlanLookup plan;
    private readonly Profile profile;
    private readonly int seed;
    private readonly bool inFull;
    private readonly PlayedPeople people;
    private readonly PageActs acts;
    private readonly RehearsedMailSender post;
    private readonly IEventStore record;
    private readonly List<TimelineItem> timeline = [];
    private CycleState cycle = CycleState.None;
    private int factsNoted;

    /// <summary>Prepares a rehearsal.</summary>
    /// <param name="world">Where it takes place; of the same seed.</param>
    /// <param name="plan">What is played.</param>
    /// <param name="profile">How people behave; the typical way unless given.</param>
    /// <param name="seed">What their chance begins with.</param>
    /// <param name="inFull">Whether the report names every mail and tells every step; without it a large plan needs far less memory.</param>
    public Rehearsal(
        World world,
        PlanLookup plan,
        Profile? profile = null,
        int seed = 1,
        bool inFull = true
    )
    {
        this.world = world;
        this.plan = plan;
        this.profile = profile ?? Profile.Typical;
        this.seed = seed;
        people = new PlayedPeople(new Cast(plan, this.profile, seed));
        acts = world.Get<PageActs>();
        this.inFull = inFull;
        post = world.Get<RehearsedMailSender>();
        post.RemembersAll = inFull;
        record = world.Get<IEventStore>();
    }

    /// <summary>Plays the cycle from its start to its end.</summary>
    public async Task<RehearsalReport> RunAsync(CancellationToken cancellation)
    {
        using var memory = new MemoryLimit();
        var (_, refusal) = await world
            .Get<PageDriver>()
            .StartAsync(plan.Plan, new StartOrder("rehearsal", "A rehearsal."), cancellation);
        if (refusal is not null)
        {
            throw new InvalidOperationException(
                $"The cycle cannot start on this clock: {refusal.Code}."
            );
        }
        var started = world.Clock.GetUtcNow();
        var nextReconciliation = started + ReconcileEvery;
        while (world.Clock.GetUtcNow() - started < Patience)
        {
            await SettleAsync(cancellation);
            if (cycle.End is not null)
            {
                break;
            }
            var next = Earliest(world.Engine.NextDue, people.Next, nextReconciliation);
            world.Clock.AdvanceTo(next);
            if (next >= nextReconciliation)
            {
                await world.Get<Reconciler>().LookAsync(world.Client, cancellation);
                await world.Get<DailyAnchor>().RunAsync(cancellation);
                nextReconciliation += ReconcileEvery;
            }
        }
        var summary = new Summary(plan, profile, seed, inFull, world.Clock.GetUtcNow(), cycle);
        return await summary.DrawAsync(record, post, timeline, cancellation);
    }

    // Work, mails and acts of one instant call each other forth; the instant is over when nothing is left.
    private async Task SettleAsync(CancellationToken cancellation)
    {
        do
        {
            await world.Engine.RunUntilIdleAsync(cancellation);
            await NoteEventsAsync(cancellation);
            foreach (var mail in post.Collect())
            {
                Read(mail);
            }
            foreach (var act in people.TakeDue(world.Clock.GetUtcNow()))
            {
                await DoAsync(act, cancellation);
            }
            await world.Engine.RunUntilIdleAsync(cancellation);
            await NoteEventsAsync(cancellation);
        } while (post.HasMail);
    }

    // Events stand before the mails they called forth; decisions and mails are told as the acts they were.
    private async Task NoteEventsAsync(CancellationToken cancellation)
    {
        var entries = await record.ReadAsync(plan.Plan.Cycle.Stream, cancellation);
        for (; factsNoted < entries.Count; factsNoted++)
        {
            var entry = entries[factsNoted];
            cycle = cycle.Apply(entry);
            if (entry.Event is not (CycleEvent.Decided or CycleEvent.Mailed))
            {
                timeline.Add(Milestones.Of(entry));
            }
        }
    }

    private void Read(ReceivedMail mail)
    {
        var now = world.Clock.GetUtcNow();
        timeline.Add(new TimelineItem(now, "mail", mail.Subject, mail.Person, mail.Occasion));
        people.Read(mail, now);
    }

    private async Task DoAsync(Act act, CancellationToken cancellation)
    {
        var outcome = await acts.DoAsync(act, cancellation);
        var (kind, about) = Words.Of(act);
        timeline.Add(new TimelineItem(world.Clock.GetUtcNow(), kind, about, act.Person, outcome));
    }

    private static DateTimeOffset Earliest(params ReadOnlySpan<DateTimeOffset?> instants)
    {
        var earliest = DateTimeOffset.MaxValue;
        foreach (var instant in instants)
        {
            earliest = instant < earliest ? instant.Value : earliest;
        }
        return earliest;
    }
}

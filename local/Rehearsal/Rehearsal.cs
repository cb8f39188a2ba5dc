using ProgramReview.Core.Audit;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Audit;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Status;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Local.Rehearsal;

/// <summary>Plays a whole cycle: runs what is due, lets people act, and jumps to the next instant at which anything happens.</summary>
public sealed class Rehearsal(World world, PlanLookup plan)
{
    // The product sweeps every five minutes; where nothing gets lost, a look a day shows the same.
    private static readonly TimeSpan SweepEvery = TimeSpan.FromDays(1);
    private static readonly TimeSpan Patience = TimeSpan.FromDays(400);

    private readonly Cast cast = new(plan);
    private readonly MemoryHands hands = world.Get<MemoryHands>();
    private readonly PriorityQueue<Act, (DateTimeOffset At, int Order)> diary = new();
    private readonly List<TimelineItem> timeline = [];
    private int order;
    private int factsNoted;

    /// <summary>Plays the cycle from its start to its end.</summary>
    public async Task<RehearsalReport> RunAsync(CancellationToken cancellation)
    {
        await world
            .Get<CycleStarter>()
            .StartAsync(world.Client, plan.Plan, "rehearsal", cancellation);
        var started = world.Clock.GetUtcNow();
        var nextSweep = started + SweepEvery;
        while (world.Clock.GetUtcNow() - started < Patience)
        {
            await SettleAsync(cancellation);
            if ((await StateAsync(cancellation)).End is not null)
            {
                break;
            }
            var next = Earliest(
                world.Engine.NextDue,
                diary.TryPeek(out _, out var first) ? first.At : null,
                nextSweep
            );
            world.Clock.AdvanceTo(next);
            if (next >= nextSweep)
            {
                await world.Get<Sweep>().LookAsync(world.Client, cancellation);
                await world.Get<DailyAnchor>().RunAsync(cancellation);
                nextSweep += SweepEvery;
            }
        }
        return await ReportAsync(cancellation);
    }

    // Work, mails and acts of one instant call each other forth; the instant is over when nothing is left.
    private async Task SettleAsync(CancellationToken cancellation)
    {
        do
        {
            await world.Engine.RunUntilIdleAsync(cancellation);
            await NoteFactsAsync(cancellation);
            foreach (var mail in world.Get<RehearsedPost>().Collect())
            {
                Read(mail);
            }
            while (diary.TryPeek(out var act, out var due) && due.At <= world.Clock.GetUtcNow())
            {
                diary.Dequeue();
                await DoAsync(act, cancellation);
            }
            await world.Engine.RunUntilIdleAsync(cancellation);
            await NoteFactsAsync(cancellation);
        } while (world.Get<RehearsedPost>().HasMail);
    }

    // Facts stand before the mails they called forth; decisions and mails are told as the acts they were.
    private async Task NoteFactsAsync(CancellationToken cancellation)
    {
        var entries = await world.Get<IRecord>().ReadAsync(plan.Plan.Cycle.Stream, cancellation);
        timeline.AddRange(
            entries
                .Skip(factsNoted)
                .Where(entry => entry.Fact is not (CycleFact.Decided or CycleFact.Mailed))
                .Select(Milestones.Of)
        );
        factsNoted = entries.Count;
    }

    private void Read(ReceivedMail mail)
    {
        var now = world.Clock.GetUtcNow();
        timeline.Add(new TimelineItem(now, "mail", mail.Subject, mail.Person, mail.Occasion));
        foreach (var act in cast.Answer(mail, now))
        {
            diary.Enqueue(act, (act.At, order++));
        }
    }

    private async Task DoAsync(Act act, CancellationToken cancellation)
    {
        var outcome = await hands.DoAsync(act, cancellation);
        var (kind, about) = act switch
        {
            Act.Upload upload => ("upload", upload.Assignment.ToString()),
            Act.Decide decide => ("decision", FormattableString.Invariant($"round {decide.Round}")),
            _ => throw new InvalidOperationException($"No words for {act.GetType().Name}."),
        };
        timeline.Add(new TimelineItem(world.Clock.GetUtcNow(), kind, about, act.Person, outcome));
    }

    private async Task<CycleState> StateAsync(CancellationToken cancellation) =>
        CycleState.Of(await world.Get<IRecord>().ReadAsync(plan.Plan.Cycle.Stream, cancellation));

    private async Task<RehearsalReport> ReportAsync(CancellationToken cancellation)
    {
        var record = world.Get<IRecord>();
        var phases = new List<AssignmentPhase>();
        foreach (var assignment in plan.Assignments)
        {
            var state = AssignmentState.Of(await record.ReadAsync(assignment.Stream, cancellation));
            phases.Add(state.Phase(world.Clock.GetUtcNow()));
        }
        var cycle = await StateAsync(cancellation);
        return new RehearsalReport
        {
            Cycle = plan.Plan.Id,
            Timeline = [.. PlannedInstants().Concat(timeline).OrderBy(item => item.At)],
            Outcome = cycle.End?.Outcome,
            EndedAt = world.Clock.GetUtcNow(),
            Assignments = plan.Assignments.Count,
            Mails = world.Get<RehearsedPost>().Count,
            OnTime = phases.Count(phase => phase == AssignmentPhase.OnTime),
            Late = phases.Count(phase => phase == AssignmentPhase.Late),
            Missing = phases.Count(phase => phase == AssignmentPhase.Missing),
            Rounds = cycle.Rounds.Count,
            Failures =
            [
                .. cycle.Failures.Select(failure => $"{failure.Instance}: {failure.Message}"),
            ],
        };
    }

    private IEnumerable<TimelineItem> PlannedInstants() =>
        plan.Plan.ReportTypes.SelectMany(type =>
        {
            var owed = FormattableString.Invariant($"{type.OwedBy.Count} assignments");
            return new[]
            {
                new TimelineItem(type.Due.Show(TimeZoneInfo.Utc), "due", type.Code, "", owed),
                new TimelineItem(type.Closes.Show(TimeZoneInfo.Utc), "closes", type.Code, "", owed),
            };
        });

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

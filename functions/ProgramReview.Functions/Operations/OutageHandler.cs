using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>
/// Declares an outage and moves the deadlines of everybody it concerns. The declaration is on record first and is the order: what a crash
/// left undone after it is finished by the same press or by the reconciler.
/// </summary>
public sealed class OutageHandler(
    IEventStore record,
    Recorder recorder,
    CommandMails mails,
    TimeProvider clock
)
{
    /// <summary>Declares it, or says why not; the same press again adds nothing.</summary>
    /// <param name="client">Rings processes.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="id">Names this one press of the form.</param>
    /// <param name="window">From when until when.</param>
    /// <param name="by">Who declares it.</param>
    /// <param name="reason">What was the matter.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<CommandAnswer> DeclareAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        string id,
        OutageWindow window,
        string by,
        string reason,
        CancellationToken cancellation
    )
    {
        var plan = cycle.Plan.Plan.Outages ?? OutagePlan.Unsaid;
        var (recorded, refusal) = await recorder.WriteUnlessAsync(
            cycle.Stream,
            AssignmentCommandHandler.KeyOf(id),
            now => OutageRules.RefuseDeclare(now, window, reason, clock.GetUtcNow()),
            new CycleEvent.OutageDeclared(window, plan.Hours(window.Length()), by, reason),
            cancellation
        );
        if (recorded is null)
        {
            return new CommandAnswer.Refused(refusal!);
        }
        await FinishAsync(client, cycle with { Stream = recorded.Stream }, cancellation);
        return new CommandAnswer.Done(recorded.Entry);
    }

    /// <summary>Moves what declared outages have not moved yet; nothing if all is done.</summary>
    public async Task FinishAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CancellationToken cancellation
    )
    {
        foreach (var outage in cycle.State.Outages.Where(outage => outage.Moved is null))
        {
            await ApplyAsync(client, cycle, outage, cancellation);
        }
    }

    // What waits for a report may be moved by the same outage.
    private async Task<IReadOnlyList<WaitingReport>> WaitingAsync(
        PlanLookup plan,
        string reportType,
        string key,
        Outage outage,
        CancellationToken cancellation
    )
    {
        var standings = new List<Standing>();
        foreach (
            var other in plan.Assignments.Where(one =>
                plan.ReportType(one.ReportType).After.Contains(reportType)
            )
        )
        {
            var entries = await record.ReadAsync(other.Stream, cancellation);
            var state = entries.Assignment;
            if (
                entries.Find(key) is null
                && OutageRules.Move(entries, outage, []).Moved is { } moved
            )
            {
                state = state.Apply(moved);
            }
            standings.Add(Standing.Of(other.ReportType, state));
        }
        return WaitingReport.For(plan, reportType, standings, outage.DeclaredAt);
    }

    private async Task ApplyAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        Outage outage,
        CancellationToken cancellation
    )
    {
        var key = FormattableString.Invariant($"outage-{outage.Sequence}");
        var moved = 0;
        var stayed = new List<OutageStay>();
        var waiting = new Dictionary<string, IReadOnlyList<WaitingReport>>();
        foreach (var assignment in cycle.Plan.Assignments)
        {
            var type = assignment.ReportType;
            if (!waiting.TryGetValue(type, out var reports))
            {
                reports = await WaitingAsync(cycle.Plan, type, key, outage, cancellation);
                waiting.Add(type, reports);
            }
            var why = default(OutageStay);
            var recorded = await recorder.WriteAsync(
                assignment.Stream,
                key,
                entries =>
                {
                    (var extended, why) = OutageRules.Move(entries, outage, reports);
                    return extended;
                },
                cancellation
            );
            if (recorded is not { Entry: { Event: AssignmentEvent.DueExtended @event } entry })
            {
                stayed.Add(why);
                continue;
            }
            moved++;
            await client.WakeAsync(assignment.InstanceId(@event.Window), cancellation);
            await mails.SendAsync(
                cycle,
                assignment,
                recorded.Stream.Assignment,
                entry,
                cancellation
            );
        }
        await recorder.WriteAsync(
            cycle.Ref.Cycle.Stream,
            $"{key}-applied",
            _ => new CycleEvent.OutageApplied(
                outage.Sequence,
                moved,
                [.. stayed.CountBy(why => why).Select(one => new OutageStays(one.Key, one.Value))]
            ),
            cancellation
        );
    }
}

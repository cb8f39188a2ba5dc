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
        await FinishAsync(
            client,
            cycle with
            {
                Stream = recorded.Stream,
            },
            cancellation
        );
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

    private async Task ApplyAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        Outage outage,
        CancellationToken cancellation
    )
    {
        var key = FormattableString.Invariant($"outage-{outage.Sequence}");
        var moved = 0;
        foreach (var assignment in cycle.Plan.Assignments)
        {
            var recorded = await recorder.WriteAsync(
                assignment.Stream,
                key,
                entries => OutageRules.Move(entries, outage),
                cancellation
            );
            if (recorded is not { Entry: { Event: AssignmentEvent.DueExtended @event } entry })
            {
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
            _ => new CycleEvent.OutageApplied(outage.Sequence, moved),
            cancellation
        );
    }
}

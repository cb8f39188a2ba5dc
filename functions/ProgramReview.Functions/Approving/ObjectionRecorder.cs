using Microsoft.DurableTask.Client;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Writes an objection down, once a seat and order, has the round look how it stands, and tells operations.</summary>
public sealed class ObjectionRecorder(
    ActRecorder acts,
    MailDispatcher dispatcher,
    TimeProvider clock
)
{
    /// <summary>Writes it.</summary>
    /// <returns>Why it was refused; null if it is on record, now or from an earlier press.</returns>
    public async Task<Refusal?> ObjectAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CycleEvent.SeatObjected objection,
        StepProof proof,
        CancellationToken cancellation
    )
    {
        var (order, seat) = (objection.Order, objection.Seat);
        var (recorded, refusal) = await acts.WriteAsync(
            cycle,
            FormattableString.Invariant($"objected-{order}-{seat}"),
            proof,
            state => ObjectionRules.Refuse(state, objection, clock.GetUtcNow()),
            (_, _) => new ValueTask<CycleEvent>(objection),
            cancellation
        );
        if (recorded is null)
        {
            return refusal;
        }
        if (cycle.State.CurrentRound is { } round)
        {
            await client.WakeAsync(cycle.Ref.Cycle.ApprovalInstanceId(round.Number), cancellation);
        }
        await dispatcher.DispatchOrLeaveAsync(
            new MailRequest(
                cycle.Ref,
                nameof(SeatObjectedLetter),
                cycle.Plan.Plan.Operations.Id,
                "",
                FormattableString.Invariant($"objected-{order}-{seat}")
            )
            {
                Arguments = SeatObjectedLetter.About(order, seat),
            },
            cancellation
        );
        return null;
    }
}

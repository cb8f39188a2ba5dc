using Microsoft.DurableTask.Client;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Writes down who stands in for an approver in a round, or that somebody does not any more, and tells both and operations.</summary>
public sealed class DeputyRecorder(
    ActRecorder acts,
    Cycles cycles,
    DeputyMails mails,
    TimeProvider clock
)
{
    /// <summary>Writes it once, and mails.</summary>
    /// <returns>Why it was refused; null if it is on record.</returns>
    public async Task<Refusal?> WriteAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CycleEvent.DeputyNamed act,
        StepProof proof,
        CancellationToken cancellation
    ) =>
        await WriteAsync(
            client,
            cycle,
            act.Round,
            act.Seat,
            act,
            proof,
            state => DeputyRules.Refuse(cycle.Plan.Plan.Approval, state, act, clock.GetUtcNow()),
            cancellation
        );

    /// <inheritdoc cref="WriteAsync(DurableTaskClient, RunningCycle, CycleEvent.DeputyNamed, StepProof, CancellationToken)"/>
    public async Task<Refusal?> WriteAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CycleEvent.DeputyRevoked act,
        StepProof proof,
        CancellationToken cancellation
    ) =>
        await WriteAsync(
            client,
            cycle,
            act.Round,
            act.Seat,
            act,
            proof,
            state => DeputyRules.Refuse(cycle.Plan.Plan.Approval, state, act, clock.GetUtcNow()),
            cancellation
        );

    /// <summary>Names the next change of a seat's deputies: two that come at once are one, and the first stands.</summary>
    internal static string KeyOf(RoundState round, string seat) =>
        FormattableString.Invariant(
            $"deputy-{round.Number}-{seat}-{round.Deputies.Where(deputy => deputy.Seat == seat).Sum(deputy => deputy.IsRevoked ? 2 : 1)}"
        );

    private async Task<Refusal?> WriteAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        int number,
        string seat,
        CycleEvent act,
        StepProof proof,
        Func<CycleState, Refusal?> refuse,
        CancellationToken cancellation
    )
    {
        if (cycle.State.Round(number) is not { } round)
        {
            return Refusal.Conflict("decision-round-over");
        }
        var (recorded, refusal) = await acts.WriteAsync(
            cycle,
            KeyOf(round, seat),
            proof,
            refuse,
            (_, _) => new ValueTask<CycleEvent>(act),
            cancellation
        );
        if (recorded is null)
        {
            return refusal;
        }
        if (!IsSame(recorded.Entry.Event, act))
        {
            return Refusal.Conflict("deputy-already-named");
        }
        await mails.SendAsync(
            (await cycles.FindAsync(cycle.Ref.Cycle, cancellation))!,
            cancellation
        );
        // It may be the last seat that a deputy could be asked for.
        await client.WakeAsync(cycle.Ref.Cycle.ApprovalInstanceId(number), cancellation);
        return null;
    }

    private static bool IsSame(Event recorded, CycleEvent act) =>
        (recorded, act) switch
        {
            (CycleEvent.DeputyNamed one, CycleEvent.DeputyNamed other) => one == other,
            (CycleEvent.DeputyRevoked one, CycleEvent.DeputyRevoked other) => one == other,
            _ => false,
        };
}

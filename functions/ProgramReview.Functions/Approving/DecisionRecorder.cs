using Microsoft.DurableTask.Client;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Writes an approver's answer down, once per approver and round, if the rules let it.</summary>
public sealed class DecisionRecorder(
    ActRecorder acts,
    RoundSigner signer,
    MailDispatcher mails,
    TimeProvider clock
)
{
    /// <summary>Writes it with its receipt, rings the round, and mails the receipt.</summary>
    /// <returns>Why it was refused; null if it is on record, now or from an earlier press.</returns>
    public async Task<Refusal?> DecideAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CycleEvent.Decided decision,
        StepProof proof,
        CancellationToken cancellation
    )
    {
        var (recorded, refusal) = await acts.WriteAsync(
            cycle,
            FormattableString.Invariant($"decided-{decision.Round}-{decision.Voter}"),
            proof,
            now => DecisionRules.Refuse(cycle.Plan, now, decision, clock.GetUtcNow()),
            async (entries, stop) =>
                await signer.SignAsync(cycle.Ref.Cycle, cycle.Plan, entries, decision, stop),
            cancellation
        );
        if (recorded is null)
        {
            return refusal;
        }
        await client.WakeAsync(cycle.Ref.Cycle.ApprovalInstanceId(decision.Round), cancellation);
        await mails.DispatchOrLeaveAsync(AnswerReceiptLetter.About(cycle, recorded), cancellation);
        // Another answer of another tab: the first stands, and whoever gave the second has to learn that.
        return recorded.Entry.Event is CycleEvent.Decided first && !IsSame(first, decision)
            ? Refusal.Conflict("decision-already-made")
            : null;
    }

    private static bool IsSame(CycleEvent.Decided one, CycleEvent.Decided other) =>
        one.Verdict == other.Verdict
        && one.Comment == other.Comment
        && one.Reopen.ToHashSet().SetEquals(other.Reopen);
}

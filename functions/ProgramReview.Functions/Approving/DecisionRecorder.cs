using Microsoft.DurableTask.Client;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Writes an approver's answer down, once per approver and round, if the rules let it.</summary>
public sealed class DecisionRecorder(Recorder recorder, TimeProvider clock)
{
    /// <summary>Writes it and rings the round.</summary>
    /// <returns>Why it was refused; null if it is on record, now or from an earlier press.</returns>
    public async Task<Refusal?> DecideAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CycleEvent.Decided decision,
        CancellationToken cancellation
    )
    {
        var (recorded, refusal) = await recorder.WriteUnlessAsync(
            cycle.Stream,
            FormattableString.Invariant($"decided-{decision.Round}-{decision.Voter}"),
            now => DecisionRules.Refuse(cycle.Plan, now, decision, clock.GetUtcNow()),
            decision,
            cancellation
        );
        if (recorded is null)
        {
            return refusal;
        }
        await client.WakeAsync(cycle.Ref.Cycle.ApprovalInstanceId(decision.Round), cancellation);
        return null;
    }
}

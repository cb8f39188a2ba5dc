using Microsoft.DurableTask.Client;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Audit;
using ProgramReview.Functions.Audit;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Writes an approver's answer down, once per approver and round, if the rules let it.</summary>
public sealed class DecisionRecorder(Recorder recorder, TimeProvider clock)
{
    /// <summary>Writes it and rings the round.</summary>
    /// <returns>Why it was refused, as a stable code; null if it is on record, now or from an earlier press.</returns>
    public async Task<string?> DecideAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CycleFact.Decided decision,
        CancellationToken cancellation
    )
    {
        string? refusal = null;
        var recorded = await recorder.WriteAsync(
            cycle.Ref.Cycle.Stream,
            FormattableString.Invariant($"decided-{decision.Round}-{decision.Approver}"),
            entries =>
                (
                    refusal = DecisionRules.Refuse(
                        cycle.Plan,
                        CycleState.Of(entries),
                        decision,
                        clock.GetUtcNow()
                    )
                )
                    is null
                    ? decision
                    : null,
            cancellation
        );
        if (recorded is null)
        {
            return refusal;
        }
        await client.RingAsync(cycle.Ref.Cycle.ApprovalInstanceId(decision.Round), cancellation);
        return null;
    }
}

using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Writes an approver's answer down, once per approver and round, if the rules let it.</summary>
public sealed partial class DecisionRecorder(
    ActRecorder acts,
    RoundSigner signer,
    MailDispatcher mails,
    TimeProvider clock,
    ILogger<DecisionRecorder> logger
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
            FormattableString.Invariant($"decided-{decision.Round}-{decision.Approver}"),
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
        await MailAsync(cycle, recorded, cancellation);
        // Another answer of another tab: the first stands, and whoever gave the second has to learn that.
        return recorded.Entry.Event is CycleEvent.Decided first && !IsSame(first, decision)
            ? Refusal.Conflict("decision-already-made")
            : null;
    }

    private async Task MailAsync(
        RunningCycle cycle,
        Recorded recorded,
        CancellationToken cancellation
    )
    {
        try
        {
            await mails.DispatchAsync(AnswerReceiptLetter.About(cycle, recorded), cancellation);
        }
        catch (Exception trouble) when (!cancellation.IsCancellationRequested)
        {
            // The answer is on record and the page shows its receipt; the daily sweep sends what lies in the outbox.
            Log.NotMailed(logger, ReceiptNumber.Of(recorded.Entry), trouble);
        }
    }

    private static bool IsSame(CycleEvent.Decided one, CycleEvent.Decided other) =>
        one.Verdict == other.Verdict
        && one.Comment == other.Comment
        && one.Reopen.ToHashSet().SetEquals(other.Reopen);

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "Receipt {Receipt} of an answer could not be mailed yet"
        )]
        public static partial void NotMailed(ILogger logger, string receipt, Exception trouble);
    }
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Approving;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Durable;

namespace ProgramReview.Functions.Orchestration;

/// <summary>Runs one approval round: asks, reminds, and ends it when the answers or the clock say so.</summary>
internal static class ApprovalOrchestrator
{
    private const int LooksPerHistory = 40;

    /// <summary>Looks, acts, waits, until the round has ended.</summary>
    [Function(nameof(ApprovalOrchestrator))]
    public static Task RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext context,
        RoundInput input
    ) => Supervision.LeadAsync(context, input.Process, () => AskAsync(context, input));

    private static async Task<bool> AskAsync(TaskOrchestrationContext context, RoundInput input)
    {
        var signal = new WakeSignal(context);
        var progress = input.Progress;
        for (var look = 0; look + signal.Spared < LooksPerHistory; look++)
        {
            var read = await ReadRoundActivity.CallAsync(context, input);
            var step = ApprovalProcess.Advance(
                read.Terms,
                progress,
                read.Standing,
                read.Turn,
                context.Now()
            );
            foreach (var effect in step.Effects)
            {
                if (await CarryOutAsync(context, input, effect))
                {
                    return true;
                }
            }
            if (step.WakeAt is not { } wakeAt)
            {
                // Somebody objected in time, and it goes on.
                continue;
            }
            progress = step.Progress;
            if (step.Effects.Count == 0)
            {
                new ProcessStatus("asking the approvers", "decisions", wakeAt).Show(context);
                await signal.WaitAsync(wakeAt);
            }
        }
        context.ContinueAsNew(input with { Progress = progress });
        return false;
    }

    /// <returns>Whether the round has ended.</returns>
    private static async Task<bool> CarryOutAsync(
        TaskOrchestrationContext context,
        RoundInput input,
        ApprovalEffect effect
    )
    {
        if (effect is ApprovalEffect.End end)
        {
            return await EndRoundActivity.CallAsync(context, new(input, end.Outcome));
        }
        await (
            effect switch
            {
                ApprovalEffect.Ask => MailAsync(context, input, reminder: 0),
                ApprovalEffect.Remind remind => MailAsync(context, input, remind.Number),
                ApprovalEffect.Turn turn => TurnRoundActivity.CallAsync(
                    context,
                    new(input, turn.To)
                ),
                ApprovalEffect.Escalate => EscalateActivity.CallAsync(context, input),
                _ => throw new InvalidOperationException(
                    $"{effect.GetType().Name} has no activity."
                ),
            }
        );
        return false;
    }

    // A mail that cannot be sent is shown; whoever got theirs can decide.
    private static Task MailAsync(
        TaskOrchestrationContext context,
        RoundInput input,
        int reminder
    ) =>
        Supervision.ShieldAsync(
            context,
            input.Process,
            MailApproversActivity.CallAsync(context, new(input, reminder))
        );
}

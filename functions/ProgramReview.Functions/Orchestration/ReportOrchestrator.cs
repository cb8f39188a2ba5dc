using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Functions.Orchestration;

/// <summary>Runs one generation of an assignment: asks, reminds, looks at the instants, and ends. What comes is recorded elsewhere.</summary>
internal static class ReportOrchestrator
{
    // Renewed now and then, so that a history stays small however often somebody rings.
    private const int LooksPerHistory = 40;

    /// <summary>Runs the generation as a child; its failure is the caller's to catch.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, ReportInput input) =>
        context.CallSubOrchestratorAsync(
            nameof(ReportOrchestrator),
            input,
            new SubOrchestrationOptions(instanceId: input.InstanceId)
        );

    /// <summary>Looks, acts, waits, until the generation has ended.</summary>
    [Function(nameof(ReportOrchestrator))]
    public static async Task RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext context,
        ReportInput input
    )
    {
        var bell = new Bell(context);
        var progress = input.Progress;
        for (var look = 0; look < LooksPerHistory; look++)
        {
            var snapshot = await ReadReportActivity.CallAsync(context, input);
            var step = ReportProcess.Advance(input.Terms, progress, snapshot, context.Now());
            foreach (var effect in step.Effects)
            {
                await CarryOutAsync(context, input, effect);
            }
            if (step.WakeAt is not { } wakeAt)
            {
                return;
            }
            progress = step.Progress;
            if (step.Effects.Count == 0)
            {
                await bell.WaitAsync(wakeAt);
            }
        }
        context.ContinueAsNew(input with { Progress = progress });
    }

    private static Task CarryOutAsync(
        TaskOrchestrationContext context,
        ReportInput input,
        ReportEffect effect
    ) =>
        effect switch
        {
            ReportEffect.Open => OpenGenerationActivity.CallAsync(context, input),
            // A mail that cannot be sent is shown; the instants are still looked at.
            ReportEffect.Mail mail => FanOutOrchestrator.ShieldAsync(
                context,
                input.Cycle.Cycle,
                input.InstanceId,
                MailContactsActivity.CallAsync(context, new(input, mail.Occasion, mail.Number))
            ),
            ReportEffect.LookForUploads => LookForUploadsActivity.CallAsync(context, input),
            ReportEffect.RingLaterStages => RingLaterStagesActivity.CallAsync(context, input),
            ReportEffect.End end => EndGenerationActivity.CallAsync(
                context,
                new(input, end.Outcome)
            ),
            _ => throw new InvalidOperationException($"{effect.GetType().Name} has no activity."),
        };
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Functions.Orchestration;

/// <summary>Runs one window of an assignment: asks, reminds, looks at the instants, and ends. What comes is recorded elsewhere.</summary>
internal static class ReportOrchestrator
{
    // Renewed now and then, so that a history stays small however often somebody rings.
    private const int LooksPerHistory = 40;

    /// <summary>Looks, acts, waits, until the window has ended.</summary>
    [Function(nameof(ReportOrchestrator))]
    public static Task RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext context,
        ReportInput input
    ) => Supervision.LeadAsync(context, input.Process, () => CollectAsync(context, input));

    private static async Task<bool> CollectAsync(
        TaskOrchestrationContext context,
        ReportInput input
    )
    {
        var signal = new WakeSignal(context);
        var progress = input.Progress;
        for (var look = 0; look + signal.Spared < LooksPerHistory; look++)
        {
            var (terms, snapshot) = await ReadReportActivity.CallAsync(context, input);
            var step = ReportProcess.Advance(terms, progress, snapshot, context.Now());
            var isMoved = false;
            foreach (var effect in step.Effects)
            {
                isMoved |= !await CarryOutAsync(context, input, effect);
            }
            if (step.WakeAt is null && !isMoved)
            {
                return true;
            }
            progress = step.Progress;
            if (step is { Effects.Count: 0, WakeAt: { } wakeAt })
            {
                StatusOf(input, snapshot, wakeAt).Show(context);
                await signal.WaitAsync(wakeAt);
            }
        }
        context.ContinueAsNew(input with { Progress = progress });
        return false;
    }

    private static ProcessStatus StatusOf(
        ReportInput input,
        ReportSnapshot snapshot,
        DateTimeOffset wakeAt
    ) =>
        snapshot switch
        {
            { Window: var window } when window < input.Window => new(
                "not open yet",
                "the report",
                wakeAt
            ),
            { ChecksUntil: not null } => new("being checked", "the check", wakeAt),
            { IsAccepted: true } => new("collecting", "the close", wakeAt),
            _ => new("collecting", "the report", wakeAt),
        };

    /// <returns>False if the window cannot end after all: a person moved its close, or something came.</returns>
    private static async Task<bool> CarryOutAsync(
        TaskOrchestrationContext context,
        ReportInput input,
        ReportEffect effect
    )
    {
        switch (effect)
        {
            case ReportEffect.Open:
                await OpenWindowActivity.CallAsync(context, input);
                return true;
            case ReportEffect.Mail mail:
                // A mail that cannot be sent is shown; the instants are still looked at.
                await Supervision.ShieldAsync(
                    context,
                    input.Process,
                    MailContactsActivity.CallAsync(
                        context,
                        new(input, mail.Occasion, mail.Number, mail.Due, mail.Since)
                    )
                );
                return true;
            case ReportEffect.LookForUploads:
                await LookForUploadsActivity.CallAsync(context, input);
                return true;
            case ReportEffect.GiveUpChecks overdue:
                await GiveUpChecksActivity.CallAsync(context, new(input, overdue.At));
                return true;
            case ReportEffect.WakeLaterStages:
                for (int? place = 0; place is { } at; )
                {
                    place = (
                        await WakeLaterStagesActivity.CallAsync(context, new(input.Assignment, at))
                    ).Next;
                }
                return true;
            case ReportEffect.End end:
                var ended = await EndWindowActivity.CallAsync(context, new(input, end.Outcome));
                return ended.HasEnded;
            default:
                throw new InvalidOperationException($"{effect.GetType().Name} has no activity.");
        }
    }
}

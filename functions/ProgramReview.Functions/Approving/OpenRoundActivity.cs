using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Opens an approval round about a dossier and fixes its terms.</summary>
internal sealed class OpenRoundActivity(PlanStore plans, Recorder recorder, TimeProvider clock)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<ApprovalTerms> CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync<ApprovalTerms>(
            nameof(OpenRoundActivity),
            input,
            Retries.Standard
        );

    /// <summary>Opens it once; a repeat gets the same terms.</summary>
    [Function(nameof(OpenRoundActivity))]
    public async Task<ApprovalTerms> RunAsync(
        [ActivityTrigger] Input input,
        CancellationToken cancellation
    )
    {
        var approval = (await plans.GetAsync(input.Cycle.PlanHash, cancellation)).Plan.Approval;
        var recorded = await recorder.WriteAsync(
            input.Cycle.Cycle.Stream,
            FormattableString.Invariant($"round-opened-{input.Round}"),
            _ => new CycleEvent.RoundOpened(
                input.Round,
                input.DossierHash,
                Deadline.At(WholeSecond.From(clock.GetUtcNow() + approval.Closes))
            ),
            cancellation
        );
        var opened = (CycleEvent.RoundOpened)recorded!.Entry.Event;
        var openedAt = recorded.Entry.RecordedAt;
        return new ApprovalTerms(
            opened.Round,
            opened.DossierHash,
            opened.Closes,
            [.. approval.Reminders.Select(after => openedAt + after)]
        );
    }

    /// <summary>Which round about which dossier.</summary>
    /// <param name="Cycle">The cycle and its plan.</param>
    /// <param name="Round">From 1.</param>
    /// <param name="DossierHash">The dossier's identity.</param>
    public sealed record Input(CycleRef Cycle, int Round, string DossierHash);
}

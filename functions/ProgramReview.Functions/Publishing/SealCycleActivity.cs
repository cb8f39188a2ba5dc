using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Publishing;

/// <summary>Sets the last anchor when a cycle has ended and everybody was told, and mails it to the auditors.</summary>
internal sealed class SealCycleActivity(
    AnchorWriter anchors,
    AuditorMails mails,
    Cycles cycles,
    TimeProvider clock
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, CycleRef cycle) =>
        context.CallActivityAsync(nameof(SealCycleActivity), cycle, Retries.Standard);

    /// <summary>Sets it once and mails once; may run more than once.</summary>
    [Function(nameof(SealCycleActivity))]
    public async Task RunAsync([ActivityTrigger] CycleRef cycle, CancellationToken cancellation)
    {
        var plan = await cycles.PlanAsync(cycle.Cycle, cancellation);
        var day = Anchoring.DayOf(clock.GetUtcNow(), plan.Zone);
        await anchors.WriteEndAsync(cycle.Cycle, day, cancellation);
        await mails.SendAsync(cycle, cancellation);
    }
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Tells the approvers who had answered in a round that its dossier does not hold any more; nobody if it never opened.</summary>
internal sealed class TellVoidedActivity(
    MailDispatcher dispatcher,
    Cycles cycles,
    IEventStore record
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync(nameof(TellVoidedActivity), input, Retries.Standard);

    /// <summary>Sends what has not been sent; may run more than once.</summary>
    [Function(nameof(TellVoidedActivity))]
    public async Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellation)
    {
        var (cycle, number) = input;
        var plan = await cycles.PlanAsync(cycle.Cycle, cancellation);
        var state = (await record.ReadAsync(cycle.Cycle.Stream, cancellation)).Cycle;
        if (state.Round(number) is { } round)
        {
            await dispatcher.DispatchAllAsync(
                RoundVoidedLetter.To(plan, cycle, round),
                cancellation
            );
        }
    }

    /// <summary>Which round.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Round">The round.</param>
    public sealed record Input(CycleRef Cycle, int Round);
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Mails every approver who has not decided, each with a personal link.</summary>
internal sealed class MailApproversActivity(
    MailDispatcher dispatcher,
    Cycles cycles,
    IEventStore record
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync(nameof(MailApproversActivity), input, Retries.Standard);

    /// <summary>Sends what has not been sent; may run more than once.</summary>
    [Function(nameof(MailApproversActivity))]
    public async Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellation)
    {
        var (round, reminder) = input;
        var plan = await cycles.PlanAsync(round.Cycle.Cycle, cancellation);
        var state = CycleState.Of(await record.ReadAsync(round.Cycle.Cycle.Stream, cancellation));
        await dispatcher.DispatchAllAsync(
            RoundLetter.To(plan, round.Cycle, state.Round(round.Round)!, reminder),
            cancellation
        );
    }

    /// <summary>Who is mailed about what.</summary>
    /// <param name="Round">The round's process.</param>
    /// <param name="Reminder">Which reminder, from 1; 0 for the first request.</param>
    public sealed record Input(RoundInput Round, int Reminder);
}

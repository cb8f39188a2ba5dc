using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Approving;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Has a deputy asked for every seat of a round that has not answered for as long as the plan says.</summary>
internal sealed class EscalateActivity(
    IEventStore record,
    Cycles cycles,
    Recorder recorder,
    DeputyMails mails,
    TimeProvider clock
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, RoundInput input) =>
        context.CallActivityAsync(nameof(EscalateActivity), input, Retries.Standard);

    /// <summary>Writes and mails each once; may run more than once.</summary>
    [Function(nameof(EscalateActivity))]
    public async Task RunAsync([ActivityTrigger] RoundInput input, CancellationToken cancellation)
    {
        var cycle = input.Cycle.Cycle;
        var approval = (await cycles.PlanAsync(cycle, cancellation)).Plan.Approval;
        var stream = await record.ReadAsync(cycle.Stream, cancellation);
        while (Next(stream) is { } named)
        {
            var recorded = await recorder.WriteAsync(
                stream,
                DeputyRecorder.KeyOf(stream.Cycle.Round(input.Round)!, named.Seat),
                // Whoever has answered since, or named somebody, is not stood in for.
                entries => Next(entries) is { } still && still.Seat == named.Seat ? still : null,
                cancellation
            );
            stream = recorded?.Stream ?? await record.ReadAsync(cycle.Stream, cancellation);
        }
        await mails.SendAsync((await cycles.FindAsync(cycle, cancellation))!, cancellation);

        Core.Events.CycleEvent.DeputyNamed? Next(Core.Events.EventStream entries) =>
            entries.Cycle is { CurrentRound: { } round } && round.Number == input.Round
                ? DeputyRules.NextEscalation(approval, round, clock.GetUtcNow())
                : null;
    }
}

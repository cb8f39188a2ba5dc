using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Writes down that the next stage of a round is asked, or that an undecided round stays open as long again.</summary>
internal sealed class TurnRoundActivity(
    Cycles cycles,
    IEventStore record,
    Recorder recorder,
    TimeProvider clock
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync(nameof(TurnRoundActivity), input, Retries.Standard);

    /// <summary>Writes it once; may run more than once, and finds nothing to write then.</summary>
    [Function(nameof(TurnRoundActivity))]
    public async Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellation)
    {
        var (cycle, number) = (input.Round.Cycle.Cycle, input.Round.Round);
        var approval = (await cycles.PlanAsync(cycle, cancellation)).Plan.Approval;
        var stream = await record.ReadAsync(cycle.Stream, cancellation);
        var stage = stream.Cycle.Round(number)!.Stage;
        await recorder.WriteAsync(
            stream,
            input.To == RoundTurn.NextStage
                ? FormattableString.Invariant($"round-{number}-stage-{stage + 1}")
                : FormattableString.Invariant($"round-extended-{number}"),
            entries => Draw(approval, entries.Cycle.Round(number)!, stage),
            cancellation
        );

        // Somebody may have answered, or written the same, since the process looked.
        CycleEvent? Draw(ApprovalPlan plan, RoundState round, int before)
        {
            var now = clock.GetUtcNow();
            return round.Stage != before || Quorum.Turn(plan, round, now) != input.To ? null
                : input.To == RoundTurn.Extend
                    ? new CycleEvent.RoundExtended(number, Quorum.ByPlan(plan, round))
                : new CycleEvent.StageOpened(
                    number,
                    before + 1,
                    Deadline.At(WholeSecond.From(now + plan.Closes))
                );
        }
    }

    /// <summary>What is written of which round.</summary>
    /// <param name="Round">The round's process.</param>
    /// <param name="To">What is to be written.</param>
    public sealed record Input(RoundInput Round, RoundTurn To);
}

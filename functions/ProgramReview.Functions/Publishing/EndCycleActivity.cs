using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>Puts on record that a cycle has ended; everybody who took part is told by a process of its own.</summary>
internal sealed class EndCycleActivity(Recorder recorder, Cycles cycles)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync<Output>(nameof(EndCycleActivity), input, Retries.Standard);

    /// <summary>Writes it once; may run more than once.</summary>
    [Function(nameof(EndCycleActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] Input input,
        CancellationToken cancellation
    )
    {
        var (cycle, outcome, round) = input;
        var plan = (await cycles.PlanAsync(cycle.Cycle, cancellation)).Plan;
        var recorded = await recorder.WriteAsync(
            cycle.Cycle.Stream,
            "ended",
            entries => new CycleEvent.Ended(outcome, ReasonOf(plan, entries.Cycle, outcome, round)),
            cancellation
        );
        return new Output(recorded!.Entry.Sequence);
    }

    private static string ReasonOf(Plan plan, CycleState state, CycleOutcome outcome, int round) =>
        outcome switch
        {
            CycleOutcome.Published => "",
            CycleOutcome.Rejected => string.Join(
                "\n\n",
                state
                    .Round(round)!
                    .Decisions.Where(decision => decision.Verdict == DecisionVerdict.Reject)
                    .Select(decision => decision.Comment)
                    .Concat(
                        state
                            .Round(round)!
                            .Orders.Where(order =>
                                order.Event is CycleEvent.MeetingRecorded meeting
                                && meeting.Round == round
                                && meeting.Answers.Any(answer =>
                                    answer.Verdict == DecisionVerdict.Reject
                                )
                            )
                            .Select(order => order.Terms.Reason)
                    )
                    .Concat(
                        Quorum
                            .Current(
                                plan.Approval,
                                state.Round(round)!,
                                state.Round(round)!.EndedAt!.Value
                            )
                            .Decide(isClosed: true) == RoundOutcome.Rejected
                            ? []
                            : [Text.Get(plan.Operations.Language, "cycle.rejected-by-silence")]
                    )
            ),
            CycleOutcome.Stopped => state.Choices.GetValueOrDefault(round)?.Reason ?? "",
            _ => throw new ArgumentOutOfRangeException(
                nameof(outcome),
                outcome,
                "Unknown outcome."
            ),
        };

    /// <summary>How the cycle ends.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Outcome">How.</param>
    /// <param name="Round">The round that led to it.</param>
    public sealed record Input(CycleRef Cycle, CycleOutcome Outcome, int Round);

    /// <summary>Where that stands.</summary>
    /// <param name="Entry">The entry of the cycle's chain.</param>
    public sealed record Output(long Entry);
}

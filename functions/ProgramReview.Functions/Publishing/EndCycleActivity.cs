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

/// <summary>Ends a cycle and tells everybody who took part.</summary>
internal sealed class EndCycleActivity(Recorder recorder, Cycles cycles, CycleEndMails mails)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync(nameof(EndCycleActivity), input, Retries.Standard);

    /// <summary>Writes it once and mails once; may run more than once.</summary>
    [Function(nameof(EndCycleActivity))]
    public async Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellation)
    {
        var (cycle, outcome, round) = input;
        var plan = (await cycles.PlanAsync(cycle.Cycle, cancellation)).Plan;
        await recorder.WriteAsync(
            cycle.Cycle.Stream,
            "ended",
            entries => new CycleEvent.Ended(outcome, ReasonOf(plan, entries.Cycle, outcome, round)),
            cancellation
        );
        await mails.SendAsync(cycle, outcome, cancellation);
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
                        Quorum.Current(plan.Approval, state.Round(round)!).Decide(isClosed: true)
                        == RoundOutcome.Rejected
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
}

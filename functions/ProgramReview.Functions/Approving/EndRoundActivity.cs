using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Writes down how a round ended, with its result as a signed document, unless its dossier is void; operations hear of one that expired.</summary>
internal sealed class EndRoundActivity(
    Recorder recorder,
    MailDispatcher dispatcher,
    Cycles cycles,
    RoundSigner signer,
    IEventStore record,
    OvertakenDossier overtaken,
    TimeProvider clock
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<bool> CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync<bool>(nameof(EndRoundActivity), input, Retries.Standard);

    /// <summary>Writes it once; may run more than once.</summary>
    /// <returns>Whether the round has ended; not if somebody objected since it was looked at.</returns>
    [Function(nameof(EndRoundActivity))]
    public async Task<bool> RunAsync([ActivityTrigger] Input input, CancellationToken cancellation)
    {
        var (round, outcome) = input;
        var number = FormattableString.Invariant($"{round.Round}");
        if (outcome == RoundOutcome.Approved)
        {
            await overtaken.HoldsAsync(round.Cycle, round.Round, cancellation);
        }
        var cycle = round.Cycle.Cycle;
        await MailReceiptsAsync(cycle, round.Round, cancellation);
        var plan = await cycles.PlanAsync(cycle, cancellation);
        var isOver = false;
        var recorded = await recorder.WriteAsync(
            await record.ReadAsync(cycle.Stream, cancellation),
            $"round-ended-{number}",
            async (entries, stop) =>
            {
                isOver = entries.Cycle.OutcomeOf(round.Round) is not null;
                return
                    !isOver
                    && Quorum.Decide(
                        plan.Plan.Approval,
                        entries.Cycle.Round(round.Round)!,
                        clock.GetUtcNow()
                    ) == outcome
                    ? await signer.SignAsync(
                        cycle,
                        plan,
                        entries,
                        new CycleEvent.RoundEnded(round.Round, outcome),
                        stop
                    )
                    : null;
            },
            cancellation
        );
        if (recorded?.Entry.Event is CycleEvent.RoundEnded { Outcome: RoundOutcome.Expired })
        {
            await dispatcher.DispatchAsync(
                new MailRequest(
                    round.Cycle,
                    nameof(RoundExpiredLetter),
                    plan.Plan.Operations.Id,
                    "",
                    $"expired-{number}"
                )
                {
                    Arguments = new Dictionary<string, string>
                    {
                        [RoundExpiredLetter.Round] = number,
                    },
                },
                cancellation
            );
        }
        return isOver || recorded is not null;
    }

    // The page that took an answer mails its receipt; who died over that left the answer without one.
    private async Task MailReceiptsAsync(CycleId cycle, int round, CancellationToken cancellation)
    {
        var running = (await cycles.FindAsync(cycle, cancellation))!;
        foreach (
            var entry in running.Stream.Where(entry =>
                entry.Event is CycleEvent.Decided decided && decided.Round == round
            )
        )
        {
            await dispatcher.DispatchOrLeaveAsync(
                AnswerReceiptLetter.About(
                    running,
                    new Recorded(entry, IsNew: false, running.Stream)
                ),
                cancellation
            );
        }
    }

    /// <summary>What ended, and how.</summary>
    /// <param name="Round">The round's process.</param>
    /// <param name="Outcome">How it ended.</param>
    public sealed record Input(RoundInput Round, RoundOutcome Outcome);
}

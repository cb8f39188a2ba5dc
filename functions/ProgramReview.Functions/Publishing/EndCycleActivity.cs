using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>
/// Puts on record that a cycle has ended, unless what is published is still open for late truth or is overtaken; everybody who took part is told by
/// processes of their own.
/// </summary>
internal sealed class EndCycleActivity(
    Recorder recorder,
    Cycles cycles,
    IEventStore record,
    OvertakenDossier overtaken,
    TimeProvider clock
)
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
        var stream = await record.ReadAsync(cycle.Cycle.Stream, cancellation);
        if (IsOpen(stream.Cycle, round))
        {
            return OutputOf(stream.Cycle, round);
        }
        if (stream.Cycle.TakesEditions)
        {
            // Who died between writing a fact and looking whether it overtook something is found here at last.
            await overtaken.HoldsAsync(cycle, round, cancellation);
        }
        var recorded = await recorder.WriteAsync(
            stream,
            "ended",
            entries =>
                HasEdition(entries.Cycle, round) ? null
                : entries.Cycle.Publication is null
                    ? new CycleEvent.Ended(outcome, ReasonOf(plan, entries.Cycle, outcome, round))
                : new CycleEvent.Ended(CycleOutcome.Published, ""),
            cancellation
        );
        return OutputOf(
            recorded?.Stream.Cycle
                ?? (await record.ReadAsync(cycle.Cycle.Stream, cancellation)).Cycle,
            round
        );
    }

    private bool IsOpen(CycleState state, int round) =>
        HasEdition(state, round)
        || (
            state.TakesEditions && !state.Publication!.OpenUntil!.Value.HasPassed(clock.GetUtcNow())
        );

    private static bool HasEdition(CycleState state, int round) =>
        state.EditionOf(round + 1) > state.EditionOf(round);

    private static Output OutputOf(CycleState state, int round) =>
        new(
            state.End is not null,
            state.End is null && HasEdition(state, round),
            state.Publication?.OpenUntil?.Show(TimeZoneInfo.Utc),
            [.. state.OpenOrders.Select(order => order.Sequence)]
        );

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
    /// <param name="Outcome">How, if nothing is published.</param>
    /// <param name="Round">The round that led to it.</param>
    public sealed record Input(CycleRef Cycle, CycleOutcome Outcome, int Round);

    /// <summary>What came of it.</summary>
    /// <param name="IsEnded">Whether it has ended.</param>
    /// <param name="HasEdition">Whether an edition was opened instead, after that round.</param>
    /// <param name="OpenUntil">When to look again, if neither.</param>
    /// <param name="Orders">The entries by which people are still to be told.</param>
    public sealed record Output(
        bool IsEnded,
        bool HasEdition,
        DateTimeOffset? OpenUntil,
        IReadOnlyList<long> Orders
    );
}

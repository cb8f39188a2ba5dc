using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Reads how a round stands.</summary>
internal sealed class ReadRoundActivity(IEventStore record, Cycles cycles, TimeProvider clock)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, RoundInput input) =>
        context.CallActivityAsync<Output>(nameof(ReadRoundActivity), input, Retries.Standard);

    /// <summary>Reads; may run more than once.</summary>
    [Function(nameof(ReadRoundActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] RoundInput input,
        CancellationToken cancellation
    )
    {
        var plan = await cycles.PlanAsync(input.Cycle.Cycle, cancellation);
        var entries = await record.ReadAsync(input.Cycle.Cycle.Stream, cancellation);
        var round = CycleState.Of(entries).Round(input.Round)!;
        var (opened, at) = entries
            .Select(entry => (Opened: entry.Event as CycleEvent.RoundOpened, entry.RecordedAt))
            .First(one => one.Opened?.Round == input.Round);
        return new Output(
            ApprovalTerms.Of(plan.Plan.Approval, opened!, at),
            Quorum.Decide(plan.Plan.Approval, round, clock.GetUtcNow())
        );
    }

    /// <summary>How it stands.</summary>
    /// <param name="Terms">The terms it runs under.</param>
    /// <param name="Standing">The outcome, or null while the round is open.</param>
    public sealed record Output(ApprovalTerms Terms, RoundOutcome? Standing);
}

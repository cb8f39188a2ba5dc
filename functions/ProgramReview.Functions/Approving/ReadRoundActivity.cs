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
        var stream = await record.ReadAsync(input.Cycle.Cycle.Stream, cancellation);
        var (approval, now) = (plan.Plan.Approval, clock.GetUtcNow());
        var round = stream.Cycle.Round(input.Round)!;
        return new Output(
            ApprovalTerms.Of(approval, round, now),
            Quorum.Decide(approval, round, now),
            Quorum.Turn(approval, round, now)
        );
    }

    /// <summary>How it stands.</summary>
    /// <param name="Terms">The terms it runs under.</param>
    /// <param name="Standing">The outcome, or null while the round is open.</param>
    /// <param name="Turn">What is to be written down of an open round.</param>
    public sealed record Output(ApprovalTerms Terms, RoundOutcome? Standing, RoundTurn Turn);
}

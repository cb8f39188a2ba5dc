using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Receipts;

namespace ProgramReview.Functions.Approving;

/// <summary>Signs answers and results of rounds just before they are recorded.</summary>
public sealed class RoundSigner(ReceiptIssuer issuer, TimeProvider clock)
{
    /// <summary>The answer with its receipt.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="stream">Its stream as it is.</param>
    /// <param name="decided">What is about to be recorded.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<CycleEvent.Decided> SignAsync(
        CycleId cycle,
        PlanLookup plan,
        EventStream stream,
        CycleEvent.Decided decided,
        CancellationToken cancellation
    ) =>
        decided with
        {
            Receipt = await issuer.IssueAsync(
                key => new SignedPlace(cycle, plan, stream, clock.GetUtcNow(), key).Answer(decided),
                cancellation
            ),
        };

    /// <summary>The end of a round with its document.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="stream">Its stream as it is.</param>
    /// <param name="ended">What is about to be recorded.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<CycleEvent.RoundEnded> SignAsync(
        CycleId cycle,
        PlanLookup plan,
        EventStream stream,
        CycleEvent.RoundEnded ended,
        CancellationToken cancellation
    ) =>
        ended with
        {
            Result = await issuer.IssueAsync(
                key => new SignedPlace(cycle, plan, stream, clock.GetUtcNow(), key).Result(ended),
                cancellation
            ),
        };
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Publishing;

namespace ProgramReview.Functions.Orchestration;

/// <summary>
/// Runs one review cycle from the first request to the published dossier: the table of contents of the product. Begun anew it passes quickly
/// through what is on record.
/// </summary>
internal static class ReviewCycleOrchestrator
{
    /// <summary>Runs the cycle.</summary>
    [Function(nameof(ReviewCycleOrchestrator))]
    public static Task RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext context,
        CycleRef cycle
    ) =>
        Supervision.LeadAsync(
            context,
            new ProcessId.Cycle(cycle.Cycle),
            () => ReviewAsync(context, cycle)
        );

    private static async Task<bool> ReviewAsync(TaskOrchestrationContext context, CycleRef cycle)
    {
        var work = new CycleWork(context, cycle);

        // Ask every body for its reports, and wait until every window has closed, those that operations open again too.
        IReadOnlyList<ProcessId> asked = [new ProcessId.Branch(cycle.Cycle, FanOutNode.Root)];

        for (var round = 1; ; round++)
        {
            // Put together what counted, who was late and who is missing.
            var dossier = await work.CompileAsync(round, asked);

            // Ask the members of the Standing Board about exactly that dossier.
            await OpenRoundActivity.CallAsync(context, new(cycle, round, dossier));
            var outcome = await work.AskApproversAsync(round);

            // Publish, stop, or mend what they asked for and ask again.
            if (await EndsWithAsync(context, work, cycle, round, outcome) is { } end)
            {
                // Late truth opens an edition of what is published, and they are asked about that.
                if (await work.EndAsync(end, round))
                {
                    await SealCycleActivity.CallAsync(context, cycle);
                    return true;
                }
            }
            asked = await PlanCorrectionsActivity.CallAsync(context, new(cycle, round));
        }
    }

    private static async Task<CycleOutcome?> EndsWithAsync(
        TaskOrchestrationContext context,
        CycleWork work,
        CycleRef cycle,
        int round,
        RoundOutcome outcome
    )
    {
        switch (outcome)
        {
            case RoundOutcome.Approved:
                var publication = await PublishActivity.CallAsync(context, new(cycle, round));
                if (!publication.IsPublished)
                {
                    return await EndsWithAsync(context, work, cycle, round, RoundOutcome.Voided);
                }
                await work.RenderAsync(round);
                return CycleOutcome.Published;
            case RoundOutcome.Rejected:
                return CycleOutcome.Rejected;
            case RoundOutcome.ChangesAsked:
                return null;
            case RoundOutcome.Voided:
                // What they answered does not count any more; it is about a dossier that said something else.
                await Supervision.ShieldAsync(
                    context,
                    new ProcessId.Cycle(cycle.Cycle),
                    TellVoidedActivity.CallAsync(context, new(cycle, round))
                );
                return null;
            case RoundOutcome.Expired:
                return await work.AskOperationsAsync(round) == NextStep.End
                    ? CycleOutcome.Stopped
                    : null;
            default:
                throw new InvalidOperationException($"A round cannot end with {outcome}.");
        }
    }
}

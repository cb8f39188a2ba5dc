using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Requesting;

namespace ProgramReview.Functions.Orchestration;

/// <summary>Runs one review cycle from the first request to the published dossier: the table of contents of the product.</summary>
internal static class ReviewCycleOrchestrator
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromDays(7);

    /// <summary>Runs the cycle.</summary>
    [Function(nameof(ReviewCycleOrchestrator))]
    public static async Task RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext context,
        CycleRef cycle
    )
    {
        var signal = new WakeSignal(context);
        var work = new OrderedWork(context, signal, cycle);

        // Ask every body for its reports, and wait until every window has closed, those that operations open again too.
        new ProcessStatus("collecting", "all windows to close").Show(context);
        await work.FinishAsync(
            FanOutOrchestrator.CallAsync(context, new FanOutInput(cycle, FanOutNode.Root))
        );

        for (var round = 1; ; round++)
        {
            // Put together what counted, who was late and who is missing.
            new ProcessStatus(FormattableString.Invariant($"compiling for round {round}")).Show(
                context
            );
            var dossier = await CompileAsync(context, work, cycle, round);

            // Ask the members of the Standing Board about exactly that dossier.
            new ProcessStatus(
                FormattableString.Invariant($"approval round {round}"),
                "its outcome"
            ).Show(context);
            await OpenRoundActivity.CallAsync(context, new(cycle, round, dossier));
            var asked = await ApprovalOrchestrator.CallAsync(
                context,
                new(cycle, round, ApprovalProgress.Start)
            );

            // Publish, stop, or mend what they asked for and ask again.
            if (
                await EndsWithAsync(context, signal, work, cycle, round, asked.Outcome) is
                { } outcome
            )
            {
                await EndCycleActivity.CallAsync(context, new(cycle, outcome, round));
                await SealCycleActivity.CallAsync(context, cycle);
                return;
            }
        }
    }

    // An order given at the last moment goes first: a dossier is never compiled beside an assignment that is open again.
    private static async Task<string> CompileAsync(
        TaskOrchestrationContext context,
        OrderedWork work,
        CycleRef cycle,
        int round
    )
    {
        while (true)
        {
            await work.FinishAsync();
            var compiled = await CompileDossierActivity.CallAsync(
                context,
                new(cycle, round, work.Seen)
            );
            if (compiled.DossierHash is { } hash)
            {
                return hash;
            }
        }
    }

    private static async Task<CycleOutcome?> EndsWithAsync(
        TaskOrchestrationContext context,
        WakeSignal signal,
        OrderedWork work,
        CycleRef cycle,
        int round,
        RoundOutcome outcome
    )
    {
        switch (outcome)
        {
            case RoundOutcome.Approved:
                await PublishActivity.CallAsync(context, new(cycle, round));
                return CycleOutcome.Published;
            case RoundOutcome.Rejected:
                return CycleOutcome.Rejected;
            case RoundOutcome.ChangesAsked:
                await work.FinishAsync(CorrectAsync(context, cycle, round));
                return null;
            case RoundOutcome.Expired:
                return await AskOperationsAsync(context, signal, work, cycle, round) == NextStep.End
                    ? CycleOutcome.Stopped
                    : null;
            default:
                throw new InvalidOperationException($"A round cannot end with {outcome}.");
        }
    }

    private static async Task CorrectAsync(
        TaskOrchestrationContext context,
        CycleRef cycle,
        int round
    )
    {
        var corrections = await PlanCorrectionsActivity.CallAsync(context, new(cycle, round));
        await Task.WhenAll(
            corrections.Select(correction =>
                FanOutOrchestrator.ShieldAsync(
                    context,
                    cycle.Cycle,
                    correction.InstanceId,
                    ReportOrchestrator.CallAsync(context, correction)
                )
            )
        );
    }

    private static async Task<NextStep> AskOperationsAsync(
        TaskOrchestrationContext context,
        WakeSignal signal,
        OrderedWork work,
        CycleRef cycle,
        int round
    )
    {
        while (true)
        {
            var read = await ReadNextStepActivity.CallAsync(context, new(cycle, round));
            if (read.Step is { } step)
            {
                return step;
            }
            await work.StartAsync();
            var until = context.Now() + LookAgain;
            new ProcessStatus(
                FormattableString.Invariant($"round {round} expired"),
                "the choice of operations",
                until
            ).Show(context);
            await signal.WaitAsync(until);
        }
    }
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Opens an approval round about a dossier and fixes when it closes, unless something overtook the dossier.</summary>
internal sealed class OpenRoundActivity(
    Cycles cycles,
    IEventStore record,
    Recorder recorder,
    OvertakenDossier overtaken,
    TimeProvider clock
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync(nameof(OpenRoundActivity), input, Retries.Standard);

    /// <summary>Opens it once; may run more than once.</summary>
    [Function(nameof(OpenRoundActivity))]
    public async Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellation)
    {
        var cycle = (await cycles.FindAsync(input.Cycle.Cycle, cancellation))!;
        var plan = cycle.Plan;
        var consolidated = plan.Assignments.Single(id =>
            id.ReportType == plan.Plan.ConsolidatedReport
        );
        var report = (await record.ReadAsync(consolidated.Stream, cancellation)).Assignment;
        var barred = SelfApproval.Barred(
            plan,
            cycle.State.SeatOrders,
            [.. report.Submissions.Where(report.Counts).Select(one => one.Person)]
        );
        await recorder.WriteAsync(
            input.Cycle.Cycle.Stream,
            FormattableString.Invariant($"round-opened-{input.Round}"),
            entries =>
                entries.Cycle.OutcomeOf(input.Round) is null
                    ? new CycleEvent.RoundOpened(
                        input.Round,
                        input.DossierHash,
                        Deadline.At(WholeSecond.From(clock.GetUtcNow() + plan.Plan.Approval.Closes))
                    )
                    {
                        Barred = barred.Count > 0 ? barred : null,
                    }
                    : null,
            cancellation
        );
        // After it is written and before anybody is asked: what came before it is seen here, and whoever comes after it sees the round.
        await overtaken.HoldsAsync(input.Cycle, input.Round, cancellation);
    }

    /// <summary>Which round about which dossier.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Round">From 1.</param>
    /// <param name="DossierHash">The dossier's identity.</param>
    public sealed record Input(CycleRef Cycle, int Round, string DossierHash);
}

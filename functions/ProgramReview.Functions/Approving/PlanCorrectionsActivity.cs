using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Requesting;

namespace ProgramReview.Functions.Approving;

/// <summary>Turns the changes that a round asked for into new windows of the named assignments.</summary>
internal sealed class PlanCorrectionsActivity(IEventStore record, PlanStore plans)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<IReadOnlyList<ReportInput>> CallAsync(
        TaskOrchestrationContext context,
        Input input
    ) =>
        context.CallActivityAsync<IReadOnlyList<ReportInput>>(
            nameof(PlanCorrectionsActivity),
            input,
            Retries.Standard
        );

    /// <summary>Reads; may run more than once, with the same answer.</summary>
    [Function(nameof(PlanCorrectionsActivity))]
    public async Task<IReadOnlyList<ReportInput>> RunAsync(
        [ActivityTrigger] Input input,
        CancellationToken cancellation
    )
    {
        var (cycle, number) = input;
        var approval = (await plans.GetAsync(cycle.PlanHash, cancellation)).Plan.Approval;
        var entries = await record.ReadAsync(cycle.Cycle.Stream, cancellation);
        var round = CycleState.Of(entries).Round(number)!;
        var endedAt = entries
            .First(entry =>
                entry.Event is CycleEvent.RoundEnded { Round: var ended } && ended == number
            )
            .RecordedAt;
        var inputs = new List<ReportInput>();
        foreach (
            var assignment in round
                .Reopened()
                .Keys.OrderBy(id => id.ToString(), StringComparer.Ordinal)
        )
        {
            var window = await NextWindowAsync(assignment, endedAt, cancellation);
            inputs.Add(
                new ReportInput(
                    cycle,
                    assignment,
                    TermsOf(approval, window, endedAt),
                    ReportProgress.Start,
                    number
                )
            );
        }
        return inputs;
    }

    // Counted by what had opened when the round ended, so that a repeat after the reopening gives the same number.
    private async Task<int> NextWindowAsync(
        AssignmentId assignment,
        DateTimeOffset endedAt,
        CancellationToken cancellation
    )
    {
        var before = (await record.ReadAsync(assignment.Stream, cancellation)).TakeWhile(entry =>
            entry.RecordedAt <= endedAt
        );
        return (AssignmentState.Of(before).Current?.Number ?? 0) + 1;
    }

    private static ReportTerms TermsOf(ApprovalPlan approval, int window, DateTimeOffset endedAt) =>
        new()
        {
            Window = window,
            Cause = OpeningCause.ChangesAsked,
            Opens = endedAt,
            OpensAtLatest = endedAt,
            Due = Deadline.At(WholeSecond.From(endedAt + approval.CorrectionDue)),
            Closes = Deadline.At(WholeSecond.From(endedAt + approval.CorrectionCloses)),
            Reminders = [endedAt + (approval.CorrectionDue / 2)],
        };

    /// <summary>Which round asked.</summary>
    /// <param name="Cycle">The cycle and its plan.</param>
    /// <param name="Round">The round.</param>
    public sealed record Input(CycleRef Cycle, int Round);
}

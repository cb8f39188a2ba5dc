using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Requesting;

/// <summary>Reads what the process of a report needs to know: its terms, its own stream, and whether earlier stages are settled.</summary>
internal sealed class ReadReportActivity(
    IEventStore record,
    IndexReader index,
    Cycles cycles,
    TermsReader terms
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, ReportInput input) =>
        context.CallActivityAsync<Output>(nameof(ReadReportActivity), input, Retries.Standard);

    /// <summary>Reads; may run more than once.</summary>
    [Function(nameof(ReadReportActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] ReportInput input,
        CancellationToken cancellation
    )
    {
        var entries = await record.ReadAsync(input.Assignment.Stream, cancellation);
        var state = AssignmentState.Of(entries);
        return new Output(
            // What people wrote stays out of the process's history.
            (await terms.GetAsync(input, cancellation)) with
            {
                Comment = null,
                Items = null,
                By = null,
            },
            ReportSnapshot.Of(
                state,
                state.Current is not null || await StageIsOpenAsync(input, cancellation)
            ) with
            {
                DueMovedAt = entries
                    .LastOrDefault(entry =>
                        entry.Event is AssignmentEvent.DueExtended moved
                        && moved.Window == state.Current?.Number
                    )
                    ?.RecordedAt,
            }
        );
    }

    private async Task<bool> StageIsOpenAsync(ReportInput input, CancellationToken cancellation)
    {
        var plan = await cycles.PlanAsync(input.Cycle.Cycle, cancellation);
        var type = plan.ReportType(input.Assignment.ReportType);
        foreach (var code in type.AfterOwn)
        {
            var own = input.Assignment with { ReportType = code };
            if (
                plan.ReportType(code).OwedBy.Contains(own.Body)
                && !(await index.RowAsync(plan, own, cancellation)).Standing.IsSettled
            )
            {
                return false;
            }
        }
        if (type.After.Count == 0)
        {
            return true;
        }
        // Whoever settled the last of them has written its row before ringing here.
        await index.RefreshAsync(plan, cancellation);
        var all = await index.NodeAsync(plan, FanOutNode.Root, cancellation);
        return StageGate.IsOpen(plan, type, all);
    }

    /// <summary>What was read.</summary>
    /// <param name="Terms">The window's terms.</param>
    /// <param name="Snapshot">The assignment as the record has it.</param>
    public sealed record Output(ReportTerms Terms, ReportSnapshot Snapshot);
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Requesting;

/// <summary>Reads what operations ordered the cycle's process to run since it last looked: reports opened again, and failed ones.</summary>
internal sealed class ReadOrdersActivity(IEventStore record, OrderedReports reports)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync<Output>(nameof(ReadOrdersActivity), input, Retries.Standard);

    /// <summary>Reads; may run more than once.</summary>
    [Function(nameof(ReadOrdersActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] Input input,
        CancellationToken cancellation
    )
    {
        var orders = (await record.ReadAsync(input.Cycle.Cycle.Stream, cancellation))
            .Where(entry => entry.Event is CycleEvent.Reopened or CycleEvent.RetryOrdered)
            .ToList();
        var started = new List<ReportInput>();
        foreach (var entry in orders.Skip(input.Seen))
        {
            var report = entry.Event switch
            {
                CycleEvent.Reopened reopened => ReportInput.Start(
                    input.Cycle,
                    reopened.Assignment,
                    reopened.Window
                ),
                CycleEvent.RetryOrdered retry => await reports.AgainAsync(
                    input.Cycle,
                    retry.Instance,
                    cancellation
                ),
                _ => null,
            };
            if (report is not null)
            {
                started.Add(report);
            }
        }
        return new Output(started, orders.Count);
    }

    /// <summary>What to read.</summary>
    /// <param name="Cycle">The cycle.</param>
    /// <param name="Seen">How many orders are known.</param>
    public sealed record Input(CycleRef Cycle, int Seen);

    /// <summary>What was ordered since.</summary>
    /// <param name="Reports">The processes to start.</param>
    /// <param name="Seen">How many orders are known now.</param>
    public sealed record Output(IReadOnlyList<ReportInput> Reports, int Seen);
}

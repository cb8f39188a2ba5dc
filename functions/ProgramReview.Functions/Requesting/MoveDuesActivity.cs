using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Requesting;

/// <summary>Moves the deadlines of at most a hundred assignments for a declared outage, and tells the bodies.</summary>
internal sealed class MoveDuesActivity(
    Cycles cycles,
    Recorder recorder,
    IndexReader index,
    OrderedMails mails
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task<Output> CallAsync(TaskOrchestrationContext context, OutageInput input) =>
        context.CallActivityAsync<Output>(nameof(MoveDuesActivity), input, Retries.Standard);

    /// <summary>Takes the step; what was moved already is counted, and moves no second time.</summary>
    [Function(nameof(MoveDuesActivity))]
    public async Task<Output> RunAsync(
        [ActivityTrigger] OutageInput input,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var cycle = (await cycles.FindAsync(input.Cycle.Cycle, cancellation))!;
        var outage = cycle.State.Outages.Single(one => one.Sequence == input.Declared);
        var steps = OutageRules.Steps(cycle.Plan);
        await index.RefreshAsync(cycle.Plan, cancellation);
        var all = await index.NodeAsync(cycle.Plan, FanOutNode.Root, cancellation);
        var moved = 0;
        var stayed = new List<OutageStay>();
        foreach (var type in steps[input.Progress.Steps].GroupBy(id => id.ReportType))
        {
            var waiting = WaitingReport.For(
                cycle.Plan,
                type.Key,
                all.Standings.Select(one => one.Standing),
                outage.DeclaredAt
            );
            foreach (var assignment in type)
            {
                var why = default(OutageStay);
                var recorded = await recorder.WriteAsync(
                    assignment.Stream,
                    input.Key,
                    entries =>
                    {
                        (var extended, why) = OutageRules.Move(entries, outage, waiting);
                        return extended;
                    },
                    cancellation
                );
                if (recorded is null)
                {
                    stayed.Add(why);
                    continue;
                }
                moved++;
                await TellAsync(client, cycle, assignment, recorded, cancellation);
            }
        }
        return new Output(
            moved,
            [.. stayed.CountBy(why => why).Select(one => new OutageStays(one.Key, one.Value))],
            steps.Count - input.Progress.Steps - 1
        );
    }

    private async Task TellAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        AssignmentId assignment,
        Recorded recorded,
        CancellationToken cancellation
    )
    {
        var moved = (AssignmentEvent.DueExtended)recorded.Entry.Event;
        await client.WakeAsync(assignment.InstanceId(moved.Window), cancellation);
        await mails.SendAsync(
            cycle,
            assignment,
            recorded.Stream.Assignment,
            nameof(ExtendedLetter),
            recorded.Entry.Key,
            cancellation
        );
    }

    /// <summary>What came of the step.</summary>
    /// <param name="Moved">How many deadlines moved.</param>
    /// <param name="Stayed">How many did not, and why.</param>
    /// <param name="Left">How many steps are left.</param>
    public sealed record Output(int Moved, IReadOnlyList<OutageStays> Stayed, int Left);
}

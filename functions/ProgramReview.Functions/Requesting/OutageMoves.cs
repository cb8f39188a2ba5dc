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
public sealed class OutageMoves(Recorder recorder, IndexReader index, OrderedMails mails)
{
    /// <summary>Takes a step; what was moved already is counted, and moves no second time.</summary>
    /// <param name="client">Rings processes.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="declared">The entry of the cycle's chain that declares the outage.</param>
    /// <param name="place">Which step, from 0.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Output> MoveAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        long declared,
        int place,
        CancellationToken cancellation
    )
    {
        var key = FormattableString.Invariant($"outage-{declared}");
        var outage = cycle.State.Outages.Single(one => one.Sequence == declared);
        var steps = OutageRules.Steps(cycle.Plan);
        await index.RefreshAsync(cycle.Plan, cancellation);
        var all = await index.NodeAsync(cycle.Plan, FanOutNode.Root, cancellation);
        var moved = 0;
        var stayed = new List<OutageStay>();
        foreach (var type in steps[place].GroupBy(id => id.ReportType))
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
                    key,
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
            place + 1 < steps.Count ? place + 1 : null
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
    /// <param name="Next">The next step; null after the last.</param>
    public sealed record Output(int Moved, IReadOnlyList<OutageStays> Stayed, int? Next);
}

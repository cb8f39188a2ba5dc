using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Requesting;

namespace ProgramReview.Functions.Operations;

/// <summary>Carries out what operations decide about a cycle's processes; the same press again adds nothing.</summary>
public sealed class CycleCommandHandler(Recorder recorder, TermsReader terms, Processes processes)
{
    /// <summary>
    /// Ends the cycle at once; what is published stays published. That on record is the order: a process of its own ends all others and tells everybody, and is started by the same
    /// press or by the reconciler if a crash came between.
    /// </summary>
    public async Task<CommandAnswer> StopAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        string by,
        string reason,
        CancellationToken cancellation
    )
    {
        Refusal? refusal = null;
        var recorded = await recorder.WriteAsync(
            cycle.Stream,
            "ended",
            entries =>
                (refusal = new Command.Stop(by, reason).Refuse(entries.Cycle)) is null
                    ? new CycleEvent.Ended(Command.Stop.OutcomeOf(entries.Cycle), reason, by)
                    : null,
            cancellation
        );
        if (recorded is null)
        {
            return new CommandAnswer.Refused(refusal!);
        }
        var ended = (CycleEvent.Ended)recorded.Entry.Event;
        if (ended.By != by || ended.Reason != reason)
        {
            return new CommandAnswer.Refused(Refusal.Conflict("cycle-ended", by: ended.By));
        }
        await StoppedProcesses.EndWholeAsync(client, cycle, cancellation);
        await processes.TendAsync(
            client,
            cycle.Ref,
            new ProcessId.Order(cycle.Ref.Cycle, recorded.Entry.Sequence),
            cancellation
        );
        return new CommandAnswer.Done(recorded.Entry);
    }

    /// <summary>Has a process ended if it still runs, and started anew: it goes on from the record.</summary>
    public async Task<CommandAnswer> RetryAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        string id,
        CycleEvent.RetryOrdered order,
        CancellationToken cancellation
    )
    {
        if (
            !ProcessId.TryParse(order.Instance, null, out var process)
            || !await ExistsAsync(cycle, process, cancellation)
            || await client.GetInstanceAsync(order.Instance, cancellation)
                is { RuntimeStatus: OrchestrationRuntimeStatus.Completed }
        )
        {
            return new CommandAnswer.Refused(Refusal.Conflict("not-retriable"));
        }
        var (recorded, refusal) = await recorder.WriteUnlessAsync(
            cycle.Stream,
            AssignmentCommandHandler.KeyOf(id),
            new Command.Retry(order.Instance, order.By, order.Reason).Refuse,
            order,
            cancellation
        );
        if (recorded is null)
        {
            return new CommandAnswer.Refused(refusal!);
        }
        await (
            recorded.IsNew
                ? Processes.StartAsync(client, cycle.Ref, process, replaces: true, cancellation)
                : processes.RetryAsync(client, cycle.Ref, process, cancellation)
        );
        if (process is ProcessId.Report or ProcessId.Branch or ProcessId.Order)
        {
            // It waits for whatever was begun anew.
            await client.WakeAsync(cycle.Ref.Cycle.InstanceId, cancellation);
        }
        return new CommandAnswer.Done(recorded.Entry);
    }

    // What the rules cannot see in the cycle's own stream: whether the plan has it, and whether somebody had the window opened.
    private async Task<bool> ExistsAsync(
        RunningCycle cycle,
        ProcessId process,
        CancellationToken cancellation
    ) =>
        process.Of == cycle.Ref.Cycle
        && process switch
        {
            ProcessId.Report { Assignment: var assignment, Window: var window } =>
                cycle.Plan.Assignments.Contains(assignment)
                    && await terms.FindAsync(
                        ReportInput.Start(cycle.Ref, assignment, window),
                        cancellation
                    )
                        is not null,
            ProcessId.Branch { Node: var node } => FanOutTree.Of(cycle.Plan).Has(node),
            _ => true,
        };
}

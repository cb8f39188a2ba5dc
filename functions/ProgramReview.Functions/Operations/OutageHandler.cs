using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>
/// Declares an outage. The declaration on record is the order: a process of its own moves the deadlines of everybody it concerns, and is started
/// by the same press or by the reconciler if a crash came between.
/// </summary>
public sealed class OutageHandler(Recorder recorder, Processes processes, TimeProvider clock)
{
    /// <summary>Declares it, or says why not; the same press again adds nothing.</summary>
    /// <param name="client">Starts the process.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="id">Names this one press of the form.</param>
    /// <param name="command">From when until when, who declares it, and what was the matter.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<CommandAnswer> DeclareAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        string id,
        Command.DeclareOutage command,
        CancellationToken cancellation
    )
    {
        var (window, plan) = (command.Window, cycle.Plan.Plan.Outages ?? OutagePlan.Unsaid);
        var (recorded, refusal) = await recorder.WriteUnlessAsync(
            cycle.Stream,
            AssignmentCommandHandler.KeyOf(id),
            now => command.Refuse(now, clock.GetUtcNow()),
            new CycleEvent.OutageDeclared(
                window,
                plan.Hours(window.Length()),
                command.By,
                command.Reason
            ),
            cancellation
        );
        if (recorded is null)
        {
            return new CommandAnswer.Refused(refusal!);
        }
        await processes.TendAsync(
            client,
            cycle.Ref,
            new ProcessId.Order(cycle.Ref.Cycle, recorded.Entry.Sequence),
            cancellation
        );
        return new CommandAnswer.Done(recorded.Entry);
    }
}

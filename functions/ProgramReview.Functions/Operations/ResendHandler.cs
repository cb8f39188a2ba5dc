using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>
/// Has everything sent again that the mail provider refused. That on record is the order: a process of its own sends the letters, and is started by
/// the same press or by the reconciler if a crash came between.
/// </summary>
public sealed class ResendHandler(
    IEventStore record,
    Recorder recorder,
    RefusedMails refused,
    Processes processes
)
{
    /// <summary>Orders it, or says why not; the same press again adds nothing.</summary>
    /// <param name="client">Starts the process.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="id">Names this one press of a form or call of a program.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<CommandAnswer> RunAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        string id,
        Command.Resend command,
        CancellationToken cancellation
    )
    {
        var waiting = await refused.CountAsync(cycle, cancellation);
        var (recorded, refusal) = await recorder.WriteUnlessAsync(
            // Read after the count: the same press may have gone through since the page was opened.
            await record.ReadAsync(cycle.Ref.Cycle.Stream, cancellation),
            AssignmentCommandHandler.KeyOf(id),
            _ => command.Refuse(waiting),
            new CycleEvent.ResendOrdered(waiting, command.By, command.Reason),
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

using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>
/// Puts another person into a seat among the approvers: the person is kept first, then the event goes on record with their hash, then everybody
/// concerned is told. The same press again finishes what a crash left undone.
/// </summary>
public sealed class ReplaceApproverHandler(
    Senders senders,
    Recorder recorder,
    Cycles cycles,
    ContactKeeper contacts,
    SeatOrderMails mails
)
{
    /// <summary>Carries it out, or says why not.</summary>
    public async Task<CommandAnswer> RunAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        string id,
        Command.ReplaceApprover command,
        CancellationToken cancellation
    )
    {
        var (name, key) = (cycle.Ref.Cycle, AssignmentCommandHandler.KeyOf(id));
        while (true)
        {
            var running = (await cycles.FindAsync(name, cancellation))!;
            var sent = await senders.OfAsync(running.Plan, cancellation);
            (CycleEvent.SeatPassed? Event, Refusal? Why) Decide(CycleState now, string hash) =>
                command.Decide(running.Plan, now, sent, hash);

            var isKnown = running.State.SeatOrders.Any(order => order.Key == key);
            if (!isKnown && Decide(running.State, "").Why is { } why)
            {
                return new CommandAnswer.Refused(why);
            }
            var hash = isKnown
                ? ""
                : await contacts.KeepAsync(
                    name,
                    key,
                    command.Name,
                    command.Email,
                    command.Language!.Value,
                    cancellation
                );
            var recorded = await recorder.WriteAsync(
                name.Stream,
                key,
                entries =>
                    entries.Cycle.NamedContacts.Count() == running.State.NamedContacts.Count()
                        ? Decide(entries.Cycle, hash).Event
                        : null,
                cancellation
            );
            if (recorded is not null)
            {
                await mails.SendAsync(client, name, recorded.Entry.Sequence, cancellation);
                return new CommandAnswer.Done(recorded.Entry);
            }
            // Somebody was first; decided anew from the state as it is now.
        }
    }
}

using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>
/// Erases a contact whom a handover names: on record first, so that an erased row can be told from a lost one; then the row. The same press
/// again finishes what a crash left undone.
/// </summary>
public sealed class EraseHandler(Recorder recorder, IContactStore contacts)
{
    /// <summary>Erases it, or says why not.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="id">Names this one press of a form or call of a program.</param>
    /// <param name="event">What is to stand on record.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<CommandAnswer> RunAsync(
        RunningCycle cycle,
        string id,
        CycleEvent.ContactErased @event,
        CancellationToken cancellation
    )
    {
        var (recorded, refusal) = await recorder.WriteUnlessAsync(
            cycle.Stream,
            AssignmentCommandHandler.KeyOf(id),
            new Command.EraseContact(@event.Person, @event.By, @event.Reason).Refuse,
            @event,
            cancellation
        );
        if (recorded is null)
        {
            return new CommandAnswer.Refused(refusal!);
        }
        await FinishAsync(cycle with { Stream = recorded.Stream }, cancellation);
        return new CommandAnswer.Done(recorded.Entry);
    }

    /// <summary>Erases every row that by the record is erased; nothing if all are.</summary>
    public async Task FinishAsync(RunningCycle cycle, CancellationToken cancellation)
    {
        foreach (
            var contact in cycle.State.NamedContacts.Where(contact =>
                cycle.State.Erasures.ContainsKey(contact.Person)
            )
        )
        {
            await contacts.EraseAsync(cycle.Ref.Cycle, contact.Key, cancellation);
        }
    }
}

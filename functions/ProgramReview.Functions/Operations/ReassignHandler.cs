using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>
/// Has the duty to report of a body pass to another person: the contact is kept first, then the event goes on record with its hash, then both
/// people are told. From the event on the former contact's links open nothing. The same press again finishes what a crash left undone.
/// </summary>
public sealed class ReassignHandler(
    IEventStore record,
    Recorder recorder,
    Cycles cycles,
    ContactKeeper contacts,
    HandoverMails mails
)
{
    /// <summary>Carries it out, or says why not.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="assignment">An assignment of the body.</param>
    /// <param name="id">Names this one press of a form or call of a program.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<CommandAnswer> RunAsync(
        CycleId cycle,
        AssignmentId assignment,
        string id,
        Command.Reassign command,
        CancellationToken cancellation
    )
    {
        var key = AssignmentCommandHandler.KeyOf(id);
        while (true)
        {
            var running = (await cycles.FindAsync(cycle, cancellation))!;
            var state = AssignmentState.Of(await record.ReadAsync(assignment.Stream, cancellation));
            (CycleEvent.DutyPassed? Event, Refusal? Why) Decide(CycleState now, string hash) =>
                ReassignRule.Decide(running.Plan, now, assignment, state, command, hash);

            var isKnown = running.State.Handovers.Any(handover => handover.Key == key);
            if (!isKnown && Decide(running.State, "").Why is { } why)
            {
                return new CommandAnswer.Refused(why);
            }
            // Kept under the press's key: a crash before the event leaves one row, which the same press finds and the daily sweep erases.
            var hash = isKnown
                ? ""
                : await contacts.KeepAsync(
                    cycle,
                    key,
                    command.Name,
                    command.Email,
                    command.Language!.Value,
                    cancellation
                );
            var recorded = await recorder.WriteAsync(
                cycle.Stream,
                key,
                entries =>
                    CycleState.Of(entries) is var now
                    && now.Handovers.Count == running.State.Handovers.Count
                        ? Decide(now, hash).Event
                        : null,
                cancellation
            );
            if (recorded is not null)
            {
                await mails.SendAsync(cycle, key, cancellation);
                return new CommandAnswer.Done(recorded.Entry);
            }
            // Somebody was first; decided anew from the state as it is now.
        }
    }
}

using Microsoft.DurableTask.Client;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>Puts on record that a second operator confirms what another did for seats, and has the round look how it stands.</summary>
public sealed class ConfirmSeatsHandler(Recorder recorder)
{
    /// <summary>Carries it out, or says why not.</summary>
    public async Task<CommandAnswer> RunAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        string id,
        Command.ConfirmSeats command,
        CancellationToken cancellation
    )
    {
        var (recorded, refusal) = await recorder.WriteUnlessAsync(
            cycle.Stream,
            AssignmentCommandHandler.KeyOf(id),
            command.Refuse,
            command.Event,
            cancellation
        );
        if (recorded is null)
        {
            return new CommandAnswer.Refused(refusal!);
        }
        if (cycle.State.CurrentRound is { Outcome: null } round)
        {
            await client.WakeAsync(cycle.Ref.Cycle.ApprovalInstanceId(round.Number), cancellation);
        }
        return new CommandAnswer.Done(recorded.Entry);
    }
}

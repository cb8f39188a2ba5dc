using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>Writes down what a person chose after an expired round, and wakes the cycle; the first choice stands.</summary>
public sealed class NextStepHandler(Recorder recorder)
{
    /// <summary>Writes it down, or says why not.</summary>
    public async Task<CommandAnswer> RunAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        Command.ChooseNextStep command,
        CancellationToken cancellation
    )
    {
        var chosen = new CycleEvent.NextStepChosen(
            command.AfterRound,
            command.Step ?? default,
            command.By,
            command.Reason
        );
        var (recorded, refusal) = await recorder.WriteUnlessAsync(
            cycle.Stream,
            FormattableString.Invariant($"next-step-{command.AfterRound}"),
            command.Refuse,
            chosen,
            cancellation
        );
        if (recorded is null)
        {
            return new CommandAnswer.Refused(refusal!);
        }
        await client.WakeAsync(cycle.Ref.Cycle.InstanceId, cancellation);
        var first = (CycleEvent.NextStepChosen)recorded.Entry.Event;
        return first == chosen
            ? new CommandAnswer.Done(recorded.Entry)
            : new CommandAnswer.Refused(Refusal.Conflict("step-chosen", by: first.By));
    }
}

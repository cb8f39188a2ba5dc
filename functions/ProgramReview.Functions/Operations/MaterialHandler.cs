using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>
/// Has material for the consolidated report made. The entry that asks for it is the order: a process of its own carries it out, and is started by
/// the same press or by the reconciler if a crash came between.
/// </summary>
public sealed class MaterialHandler(Recorder recorder, Processes processes)
{
    /// <summary>Has it made for operations, or says why not; the same press again adds nothing.</summary>
    /// <param name="client">Starts the process.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="id">Names this one press of the form.</param>
    /// <param name="command">Who asks, and why.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<CommandAnswer> RunAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        string id,
        Command.MakeMaterial command,
        CancellationToken cancellation
    )
    {
        var (recorded, refusal) = await recorder.WriteUnlessAsync(
            cycle.Stream,
            AssignmentCommandHandler.KeyOf(id),
            command.Refuse,
            new CycleEvent.MaterialAsked(command.By, command.Reason),
            cancellation
        );
        if (recorded is null)
        {
            return new CommandAnswer.Refused(refusal!);
        }
        await StartAsync(client, cycle.Ref, recorded, cancellation);
        return new CommandAnswer.Done(recorded.Entry);
    }

    /// <summary>Has it made for the author of the consolidated report, or for nobody in particular; two who ask at once get the same.</summary>
    /// <param name="client">Starts the process.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="by">The person's id; null if the product asks by itself.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task AskAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        string? by,
        CancellationToken cancellation
    )
    {
        var after = cycle.State.Materials is [.., var last] ? last.Sequence : 0;
        var recorded = await recorder.WriteAsync(
            cycle.Ref.Cycle.Stream,
            FormattableString.Invariant($"material-after-{after}"),
            entries =>
                Command.MakeMaterial.RefuseAsking(entries.Cycle) is null
                    ? new CycleEvent.MaterialAsked(by)
                    : null,
            cancellation
        );
        if (recorded is not null)
        {
            await StartAsync(client, cycle.Ref, recorded, cancellation);
        }
    }

    private Task<bool> StartAsync(
        DurableTaskClient client,
        CycleRef cycle,
        Recorded recorded,
        CancellationToken cancellation
    ) =>
        processes.TendAsync(
            client,
            cycle,
            new ProcessId.Material(cycle.Cycle, recorded.Entry.Sequence),
            cancellation
        );
}

using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>
/// Carries out what operations decide about an assignment: on record first, once per command id, then rung and mailed. Calling it again
/// with the same id finishes what a crash left undone and adds nothing.
/// </summary>
public sealed class AssignmentCommandHandler(
    IEventStore record,
    Recorder recorder,
    CommandMails mails,
    ReassignHandler reassign,
    TimeProvider clock
)
{
    /// <summary>Carries the command out, or says why not.</summary>
    /// <param name="client">Rings processes.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="assignment">The assignment.</param>
    /// <param name="id">Names this one press of a form or call of a program.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<CommandAnswer> RunAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        AssignmentId assignment,
        string id,
        Command command,
        CancellationToken cancellation
    )
    {
        if (command is Command.Reassign duty)
        {
            return await reassign.RunAsync(cycle.Ref.Cycle, assignment, id, duty, cancellation);
        }
        var key = KeyOf(id);
        while (true)
        {
            var stream = await record.ReadAsync(assignment.Stream, cancellation);
            var whole = await record.ReadAsync(cycle.Ref.Cycle.Stream, cancellation);
            var entry =
                Find(stream, key)
                ?? Find(whole, key)
                ?? CommandRules.Decide(
                    CycleState.Of(whole),
                    assignment,
                    AssignmentState.Of(stream),
                    command,
                    clock.GetUtcNow()
                ) switch
                {
                    CommandOutcome.Refused refused => new CommandAnswer.Refused(refused.Why),
                    CommandOutcome.Written => await WriteAsync(
                        whole,
                        assignment,
                        key,
                        command,
                        cancellation
                    ),
                    CommandOutcome.Reopening => await ReopenAsync(
                        cycle,
                        assignment,
                        stream,
                        key,
                        command,
                        cancellation
                    ),
                    var outcome => throw new InvalidOperationException(
                        $"{outcome.GetType().Name} is no known outcome."
                    ),
                };
            if (entry is CommandAnswer.Done done)
            {
                await FollowAsync(client, cycle, assignment, done.Entry, cancellation);
            }
            if (entry is not null)
            {
                return entry;
            }
            // Somebody was first; decided anew from the state as it is now.
        }
    }

    /// <summary>The occasion's name in the record.</summary>
    public static string KeyOf(string id) => $"command-{id}";

    private static CommandAnswer.Done? Find(IReadOnlyList<Entry> entries, string key) =>
        entries.FirstOrDefault(entry => entry.Key == key) is { } entry
            ? new CommandAnswer.Done(entry)
            : null;

    private async Task<CommandAnswer?> WriteAsync(
        IReadOnlyList<Entry> whole,
        AssignmentId assignment,
        string key,
        Command command,
        CancellationToken cancellation
    )
    {
        var recorded = await recorder.WriteAsync(
            assignment.Stream,
            key,
            entries =>
                (
                    CommandRules.Decide(
                        CycleState.Of(whole),
                        assignment,
                        AssignmentState.Of(entries),
                        command,
                        clock.GetUtcNow()
                    ) as CommandOutcome.Written
                )?.Event,
            cancellation
        );
        return recorded is null ? null : new CommandAnswer.Done(recorded.Entry);
    }

    private async Task<CommandAnswer?> ReopenAsync(
        RunningCycle cycle,
        AssignmentId assignment,
        IReadOnlyList<Entry> stream,
        string key,
        Command command,
        CancellationToken cancellation
    )
    {
        var recorded = await recorder.WriteAsync(
            cycle.Ref.Cycle.Stream,
            key,
            entries =>
                (
                    CommandRules.Decide(
                        CycleState.Of(entries),
                        assignment,
                        AssignmentState.Of(stream),
                        command,
                        clock.GetUtcNow()
                    ) as CommandOutcome.Reopening
                )?.Event,
            cancellation
        );
        return recorded is null ? null : new CommandAnswer.Done(recorded.Entry);
    }

    private async Task FollowAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        AssignmentId assignment,
        Entry entry,
        CancellationToken cancellation
    )
    {
        if (entry.Event is CycleEvent.Reopened reopened)
        {
            // Rung before the opening is written: the reconciler rings for a reopening that has not opened.
            await client.WakeAsync(cycle.Ref.Cycle.InstanceId, cancellation);
            await recorder.WriteAsync(
                assignment.Stream,
                FormattableString.Invariant($"opened-{reopened.Window}"),
                _ => WindowTerms.Ordered(reopened, entry.RecordedAt).Open(),
                cancellation
            );
            return;
        }
        var state = AssignmentState.Of(await record.ReadAsync(assignment.Stream, cancellation));
        await client.WakeAsync(assignment.InstanceId(state.Current?.Number ?? 1), cancellation);
        await mails.SendAsync(cycle, assignment, state, entry, cancellation);
    }
}

using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>
/// Carries out what operations decide about an assignment: on record first, once per command id, then rung and mailed. Calling it again
/// with the same id finishes what a crash left undone and adds nothing.
/// </summary>
public sealed class AssignmentCommandHandler(
    IEventStore record,
    Recorder recorder,
    IndexReader index,
    CommandMails mails,
    ReassignHandler reassign,
    ICheckQueue checks,
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
            var waiting = await WaitingAsync(cycle.Plan, assignment, cancellation);
            var isRead = false;
            CommandOutcome Decide(EventStream whole, EventStream stream) =>
                CommandRules.Decide(
                    new(whole.Cycle, assignment, stream.Assignment, clock.GetUtcNow())
                    {
                        Waiting = waiting,
                    },
                    command
                );
            var recorded = Find(stream, key) ?? Find(whole, key);
            if (recorded is null)
            {
                var outcome = Decide(whole, stream);
                if (outcome is CommandOutcome.Refused refused)
                {
                    return new CommandAnswer.Refused(refused.Why);
                }
                recorded = outcome switch
                {
                    CommandOutcome.Written => await recorder.WriteAsync(
                        stream,
                        key,
                        async (now, stop) =>
                        {
                            // Whoever is second decides by the cycle as the first left it: it may have ended meanwhile.
                            var latest = isRead ? await record.ReadAsync(whole.Id, stop) : whole;
                            isRead = true;
                            return (Decide(latest, now) as CommandOutcome.Written)?.Event;
                        },
                        cancellation
                    ),
                    CommandOutcome.Reopening => await recorder.WriteAsync(
                        whole,
                        key,
                        now => (Decide(now, stream) as CommandOutcome.Reopening)?.Event,
                        cancellation
                    ),
                    _ => throw new InvalidOperationException(
                        $"{outcome.GetType().Name} is no known outcome."
                    ),
                };
            }
            if (recorded is not null)
            {
                if (whole.Cycle.RoundAtWork is { } round)
                {
                    // Its dossier is void by now, if the order changes what counts.
                    await client.WakeAsync(cycle.Ref.Cycle.ApprovalInstanceId(round), cancellation);
                }
                else if (whole.Cycle.TakesEditions)
                {
                    await client.WakeAsync(cycle.Ref.Cycle.InstanceId, cancellation);
                }
                await FollowAsync(client, cycle, assignment, recorded, stream, cancellation);
                return new CommandAnswer.Done(recorded.Entry);
            }
            // Somebody was first; decided anew from the state as it is now.
        }
    }

    /// <summary>The occasion's name in the record.</summary>
    public static string KeyOf(string id) => $"command-{id}";

    private async Task<IReadOnlyList<WaitingReport>> WaitingAsync(
        PlanLookup plan,
        AssignmentId assignment,
        CancellationToken cancellation
    )
    {
        await index.RefreshAsync(plan, cancellation);
        var all = await index.NodeAsync(plan, FanOutNode.Root, cancellation);
        return WaitingReport.For(
            plan,
            assignment.ReportType,
            all.Standings.Select(one => one.Standing),
            clock.GetUtcNow()
        );
    }

    private static Recorded? Find(EventStream stream, string key) =>
        stream.Find(key) is { } entry ? new Recorded(entry, IsNew: false, stream) : null;

    private async Task FollowAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        AssignmentId assignment,
        Recorded recorded,
        EventStream stream,
        CancellationToken cancellation
    )
    {
        var entry = recorded.Entry;
        if (entry.Event is CycleEvent.Reopened reopened)
        {
            // Rung before the opening is written: the reconciler rings for a reopening that has not opened.
            await client.WakeAsync(cycle.Ref.Cycle.InstanceId, cancellation);
            await recorder.WriteAsync(
                stream,
                FormattableString.Invariant($"opened-{reopened.Window}"),
                _ => WindowTerms.Ordered(cycle.Plan, reopened, entry.RecordedAt).Open(),
                cancellation
            );
            return;
        }
        var state = recorded.Stream.Assignment;
        await client.WakeAsync(assignment.InstanceId(state.Current?.Number ?? 1), cancellation);
        await checks.EnqueueUncomparedAsync(state, cancellation);
        await mails.SendAsync(cycle, assignment, state, entry, cancellation);
    }
}

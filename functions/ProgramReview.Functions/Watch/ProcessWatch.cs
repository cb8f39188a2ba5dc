using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Watch;

/// <summary>
/// Holds the processes of a cycle against the record: one that is missing is started, an order to begin one anew is carried out, one that
/// failed unheard is written down, and whoever waits for processes that are all over is rung.
/// </summary>
public sealed class ProcessWatch(Processes processes, IEventStore record, TimeProvider clock)
{
    private const int MostAtOnce = 1000;

    // The sweep's own pace.
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(5);

    /// <summary>Looks at the processes of a cycle; of a large one at a thousand, others each time.</summary>
    public async Task WatchAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CancellationToken cancellation
    )
    {
        var whole = new ProcessId.Cycle(cycle.Ref.Cycle);
        await processes.TendAsync(client, cycle.Ref, whole, cancellation);
        foreach (var process in Ordered(cycle.State).Distinct())
        {
            await processes.RetryAsync(client, cycle.Ref, process, cancellation);
        }
        var orders = cycle
            .State.OpenOrders.Select(order => new ProcessId.Order(cycle.Ref.Cycle, order.Sequence))
            .ToList();
        if (cycle.State.End is not null)
        {
            await TendAsync(client, cycle, orders, cancellation);
            if (orders.Count == 0)
            {
                await client.WakeAsync(whole.ToString(), cancellation);
            }
            return;
        }
        var waitsFor = new Dictionary<ProcessId, IReadOnlyList<ProcessId>>
        {
            [whole] = await ExpectedAsync(cycle, cancellation),
        };
        if (MayOpen(cycle.State))
        {
            var tree = FanOutTree.Of(cycle.Plan);
            foreach (var node in NodesNow(tree, cycle.Plan))
            {
                waitsFor[new ProcessId.Branch(cycle.Ref.Cycle, node)] =
                [
                    .. tree.Children(node).Select(child => ProcessId.For(cycle.Ref.Cycle, child)),
                ];
            }
        }
        var materials = cycle
            .State.Materials.Where(order => order.Made is null)
            .Select(order => new ProcessId.Material(cycle.Ref.Cycle, order.Sequence));
        var expected = waitsFor
            .Values.SelectMany(children => children)
            .Concat(orders)
            .Concat(materials)
            .Concat(
                cycle
                    .State.Rounds.Select(round => round.Number)
                    .Where(cycle.State.AwaitsRenderings)
                    .Select(round => new ProcessId.Rendering(cycle.Ref.Cycle, round))
            )
            .Distinct()
            .ToList();
        var there = await TendAsync(client, cycle, expected, cancellation);
        foreach (
            var (instance, status) in await StatusesAsync(
                client,
                waitsFor.Keys.Except(expected),
                cancellation
            )
        )
        {
            there[instance] = status;
        }
        foreach (var (waiting, children) in waitsFor)
        {
            if (
                !Rests(cycle.State, clock.GetUtcNow())
                && !children.Any(child =>
                    IsLive(there.GetValueOrDefault(child.ToString())) || IsHeld(cycle, child)
                )
                && (
                    waiting is ProcessId.Cycle
                    || IsLive(there.GetValueOrDefault(waiting.ToString()))
                )
            )
            {
                await client.WakeAsync(waiting.ToString(), cancellation);
            }
        }
    }

    /// <returns>What the processes were before.</returns>
    private async Task<Dictionary<string, OrchestrationRuntimeStatus?>> TendAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        IReadOnlyList<ProcessId> expected,
        CancellationToken cancellation
    )
    {
        var there = await StatusesAsync(client, expected, cancellation);
        foreach (var process in expected)
        {
            // One that failed waits for a person, also if its history was lost since.
            if (
                there.GetValueOrDefault(process.ToString())
                    is null
                        or OrchestrationRuntimeStatus.Failed
                        or OrchestrationRuntimeStatus.Terminated
                && !cycle.State.Failed.ContainsKey(process.ToString())
            )
            {
                await processes.TendAsync(client, cycle.Ref, process, cancellation);
            }
        }
        return there;
    }

    private bool IsHeld(RunningCycle cycle, ProcessId process) =>
        cycle.State.Failed.ContainsKey(process.ToString())
        && processes.IsHeld(
            process,
            cycle.Stream.Last(entry =>
                entry.Event is CycleEvent.ProcessFailed failed
                && failed.Instance == process.ToString()
            )
        );

    // What the cycle itself waits for by now.
    private async Task<IReadOnlyList<ProcessId>> ExpectedAsync(
        RunningCycle cycle,
        CancellationToken cancellation
    )
    {
        var id = cycle.Ref.Cycle;
        // Also one whose outcome is on record: it may not have told anybody yet.
        IReadOnlyList<ProcessId> rounds = cycle.State.CurrentRound is { } round
            ? [new ProcessId.Round(id, round.Number)]
            : [];
        if (!MayOpen(cycle.State))
        {
            return rounds;
        }
        var corrections = cycle.State.CurrentRound is { Outcome: RoundOutcome.ChangesAsked } asked
            ? WindowTerms.AskedFor(
                cycle.Plan,
                asked.Number,
                await record.ReadAsync(id.Stream, cancellation)
            )
            : [];
        return
        [
            .. rounds,
            new ProcessId.Branch(id, FanOutNode.Root),
            .. cycle
                .State.Orders.OfType<CycleEvent.Reopened>()
                .Select(order => (order.Assignment, order.Window))
                .Concat(corrections)
                .Select(window => new ProcessId.Report(window.Assignment, window.Window)),
        ];
    }

    // It waits for a person, or for late truth until its time is over; rung every time it would only look, for weeks.
    private static bool Rests(CycleState cycle, DateTimeOffset now) =>
        Command.ChooseNextStep.IsAwaited(cycle)
        || (
            cycle is { TakesEditions: true, EditionAtWork: null, Publication.OpenUntil: { } until }
            && !until.HasPassed(now)
        );

    // Under a dossier that is being decided about no window opens, and the cycle waits for none.
    private static bool MayOpen(CycleState cycle) =>
        cycle is { End: null, RoundInForce: null }
        && (
            cycle.Publication is null
                ? cycle.CurrentRound?.Outcome != RoundOutcome.Rejected
                : cycle.EditionAtWork is not null
        );

    private static IEnumerable<ProcessId> Ordered(CycleState cycle)
    {
        foreach (var order in cycle.Orders.OfType<CycleEvent.RetryOrdered>())
        {
            if (
                ProcessId.TryParse(order.Instance, null, out var process)
                && (cycle.End is null || process is ProcessId.Cycle or ProcessId.Order)
            )
            {
                yield return process;
            }
        }
    }

    // What failed or ends says so itself, and whoever waits for it looks for itself: this look is for what could not, and may come an hour later.
    private IEnumerable<FanOutNode> NodesNow(FanOutTree tree, PlanLookup plan)
    {
        var turns = 1 + (plan.Assignments.Count / MostAtOnce);
        var turn = clock.GetUtcNow().Ticks / Turn.Ticks % turns;
        return tree.Nodes.Where((_, place) => place % turns == turn);
    }

    private static async Task<Dictionary<string, OrchestrationRuntimeStatus?>> StatusesAsync(
        DurableTaskClient client,
        IEnumerable<ProcessId> processes,
        CancellationToken cancellation
    )
    {
        var statuses = new Dictionary<string, OrchestrationRuntimeStatus?>();
        foreach (var process in processes)
        {
            var found = await client.GetInstanceAsync(process.ToString(), cancellation);
            statuses[process.ToString()] = found?.RuntimeStatus;
        }
        return statuses;
    }

    private static bool IsLive(OrchestrationRuntimeStatus? status) =>
        status
            is OrchestrationRuntimeStatus.Running
                or OrchestrationRuntimeStatus.Pending
                or OrchestrationRuntimeStatus.Suspended;
}

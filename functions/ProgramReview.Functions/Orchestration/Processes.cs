using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Material;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Material;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Requesting;

namespace ProgramReview.Functions.Orchestration;

/// <summary>
/// Starts and looks after the processes of cycles. Each is an instance of its own under its own name, whoever waits for it, so that any can be
/// ended and begun anew without the others: what it needs to know stands on record, and so does what it has done.
/// </summary>
public sealed class Processes(IEventStore record, FailureNotes failures, TimeProvider clock)
{
    // Long enough for a person to see it and to have it started again, over a weekend too.
    private static readonly TimeSpan Hold = TimeSpan.FromDays(3);

    // While the host ends a live instance for a start, another start of its name would make it wait for one that is gone. So whoever gave an
    // order carries it out, and others only when that was cut short.
    private static readonly TimeSpan AtWork = TimeSpan.FromMinutes(2);

    /// <summary>Looks after a process that should run or have run: one that is missing is started, one that failed is written down.</summary>
    /// <returns>Whether there is still something to wait for.</returns>
    public async Task<bool> TendAsync(
        DurableTaskClient client,
        CycleRef cycle,
        ProcessId id,
        CancellationToken cancellation
    ) => (await TendAsync(client, cycle, [id], cancellation)).Count > 0;

    /// <summary>The same for several; the cycle's stream is read at most once for all of them.</summary>
    /// <returns>Those for which there is still something to wait.</returns>
    public async Task<IReadOnlyList<ProcessId>> TendAsync(
        DurableTaskClient client,
        CycleRef cycle,
        IReadOnlyList<ProcessId> processes,
        CancellationToken cancellation
    )
    {
        EventStream? read = null;
        var open = new List<ProcessId>();
        foreach (var id in processes)
        {
            if (await TendAsync(client, cycle, id, ReadAsync, cancellation))
            {
                open.Add(id);
            }
        }
        return open;

        async Task<EventStream> ReadAsync() =>
            read ??= await record.ReadAsync(cycle.Cycle.Stream, cancellation);
    }

    private async Task<bool> TendAsync(
        DurableTaskClient client,
        CycleRef cycle,
        ProcessId id,
        Func<Task<EventStream>> read,
        CancellationToken cancellation
    )
    {
        var found = await client.GetInstanceAsync(id.ToString(), cancellation);
        // One that adds figures up ends whenever nothing is left, and is begun anew by whoever finds more; nothing is lost with it either.
        var isAgain =
            id is ProcessId.Figures
            && found?.RuntimeStatus
                is OrchestrationRuntimeStatus.Completed
                    or OrchestrationRuntimeStatus.Terminated;
        if (found is { RuntimeStatus: OrchestrationRuntimeStatus.Completed } && !isAgain)
        {
            return false;
        }
        if (found is { IsCompleted: false })
        {
            return true;
        }
        var stream = await read();
        if (!HasWork(stream.Cycle, id))
        {
            return false;
        }
        if (found is null || isAgain)
        {
            await StartAsync(client, cycle, id, replaces: false, cancellation);
            return true;
        }
        if (OrderedAt(stream, found) is not null)
        {
            return true;
        }
        var failure = await failures.WriteAsync(
            cycle.Cycle,
            found.InstanceId,
            $"The process is {found.RuntimeStatus} although it has not done its work.",
            cancellation
        );
        // In the end the cycle goes on without a report; never without a hundred of them, nor without a round.
        return failure is not null && IsHeld(id, failure);
    }

    /// <summary>Whether whoever waits for a process still does after a failure of it.</summary>
    public bool IsHeld(ProcessId id, Entry failure) =>
        id is not ProcessId.Report || clock.GetUtcNow() < failure.RecordedAt + Hold;

    /// <summary>Carries out what a person ordered and was cut short: ends the process if it still runs, and starts it anew.</summary>
    public async Task RetryAsync(
        DurableTaskClient client,
        CycleRef cycle,
        ProcessId id,
        CancellationToken cancellation
    )
    {
        var found = await client.GetInstanceAsync(id.ToString(), cancellation);
        if (
            found is null
            || (
                found.RuntimeStatus != OrchestrationRuntimeStatus.Completed
                && OrderedAt(await record.ReadAsync(cycle.Cycle.Stream, cancellation), found)
                    is { } at
                && clock.GetUtcNow() - at > AtWork
            )
        )
        {
            await StartAsync(client, cycle, id, found is not null, cancellation);
        }
    }

    /// <summary>Starts a process.</summary>
    /// <param name="client">Starts it.</param>
    /// <param name="cycle">Its cycle.</param>
    /// <param name="id">Its name.</param>
    /// <param name="replaces">Whether it takes the place of one of this name, live or not; else one that is there stays.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task StartAsync(
        DurableTaskClient client,
        CycleRef cycle,
        ProcessId id,
        bool replaces,
        CancellationToken cancellation
    )
    {
        var (orchestrator, input) = CodeOf(cycle, id);
        var options = new StartOrchestrationOptions(id.ToString())
        {
            // An empty list lets the host end a live one first; host.json allows it.
            DedupeStatuses = replaces
                ? []
                :
                [
                    .. StartOrchestrationOptionsExtensions
                        .ValidDedupeStatuses.Where(status =>
                            id is not ProcessId.Figures
                            || status
                                is not (
                                    OrchestrationRuntimeStatus.Completed
                                    or OrchestrationRuntimeStatus.Terminated
                                )
                        )
                        .Select(status => status.ToString()),
                ],
        };
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                orchestrator,
                input,
                options,
                cancellation
            );
        }
        catch (Exception) when (!replaces && !cancellation.IsCancellationRequested)
        {
            // Somebody else was first: the exception's type differs between hosts, the instance does not.
            if (await client.GetInstanceAsync(id.ToString(), cancellation) is null)
            {
                throw;
            }
        }
    }

    // When it was ordered to be begun anew; null if that was done: an order is carried out once its process began after it.
    private static DateTimeOffset? OrderedAt(EventStream cycle, OrchestrationMetadata found) =>
        cycle
            .LastOrDefault(entry =>
                entry.Event is CycleEvent.RetryOrdered order
                && order.Instance == found.InstanceId
                && found.CreatedAt < entry.RecordedAt
            )
            ?.RecordedAt;

    // A cycle that has ended has its end to carry out, and what people order after it.
    private static bool HasWork(CycleState cycle, ProcessId id) =>
        id switch
        {
            ProcessId.Order => cycle.OpenOrders.Any(order => order.Instance == id.ToString()),
            ProcessId.Cycle => !cycle.IsOver,
            _ => cycle.End is null,
        };

    private static (TaskName Orchestrator, object Input) CodeOf(CycleRef cycle, ProcessId id) =>
        id switch
        {
            ProcessId.Cycle => (nameof(ReviewCycleOrchestrator), cycle),
            ProcessId.Branch { Node: var node } => (
                nameof(FanOutOrchestrator),
                new FanOutInput(cycle, node)
            ),
            ProcessId.Report { Assignment: var assignment, Window: var window } => (
                nameof(ReportOrchestrator),
                ReportInput.Start(cycle, assignment, window)
            ),
            ProcessId.Round { Number: var number } => (
                nameof(ApprovalOrchestrator),
                new RoundInput(cycle, number, ApprovalProgress.Start)
            ),
            ProcessId.Order { Entry: var entry } => (
                nameof(OrderOrchestrator),
                new OrderInput(cycle, entry, OrderProgress.Start)
            ),
            ProcessId.Figures => (nameof(FiguresOrchestrator), new FiguresInput(cycle)),
            ProcessId.Material { Asked: var asked } => (
                nameof(MaterialOrchestrator),
                new MaterialInput(cycle, asked, MaterialProgress.Start)
            ),
            _ => throw new InvalidOperationException($"{id.GetType().Name} has no orchestrator."),
        };
}

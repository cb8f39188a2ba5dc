using DurableTask.Core.Exceptions;
using Microsoft.DurableTask.Client;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <content>What the client can do. Each command ends when it is durable.</content>
internal sealed partial class EngineCore
{
    /// <summary>On a termination: the children end too.</summary>
    public const string Recursive = "recursive";

    private readonly Dictionary<string, List<Waiter>> _waiters = [];

    public Task StartAsync(
        InstanceRow row,
        IReadOnlyCollection<OrchestrationRuntimeStatus> blocking
    )
    {
        Task done;
        lock (_gate)
        {
            ThrowIfStopped();
            var commit = new StoreCommit();
            if (_instances.TryGetValue(row.Id, out var existing))
            {
                if (blocking.Contains(existing.Row.Status))
                {
                    return RefuseAsync(
                        _published,
                        new OrchestrationAlreadyExistsException(
                            $"An orchestration with the instance id '{row.Id}' already exists and is {existing.Row.Status}."
                        )
                    );
                }

                Displace(existing, commit);
            }

            Create(row with { Execution = _nextExecution++ }, commit);
            done = Commit(commit, []);
        }

        Wake();
        return done;
    }

    /// <summary>Sends a message to a live instance, if the condition on its status holds; null allows any.</summary>
    public Task SendAsync(
        string instanceId,
        HistoryEvent message,
        string what,
        Func<OrchestrationRuntimeStatus, bool>? allowed
    )
    {
        Task done;
        lock (_gate)
        {
            ThrowIfStopped();
            if (!_instances.TryGetValue(instanceId, out var instance))
            {
                return RefuseAsync(
                    _published,
                    $"Cannot {what} '{instanceId}': there is no instance with this id."
                );
            }

            // Looking through all that waits would make each event of a flood cost more than the one before.
            var status = allowed is null ? instance.Row.Status : StatusToBe(instance);
            if (!instance.IsLive || allowed?.Invoke(status) == false)
            {
                return RefuseAsync(_published, $"Cannot {what} '{instanceId}': it is {status}.");
            }

            var commit = new StoreCommit();
            Deliver(commit, instanceId, 0, message);
            done = Commit(commit, []);
        }

        Wake();
        return done;
    }

    /// <summary>Removes ended instances, with all beneath them if asked to; says how many.</summary>
    public async Task<int> PurgeAsync(Func<InstanceRow, bool> which, bool recursive)
    {
        Task done;
        var commit = new StoreCommit();
        lock (_gate)
        {
            var found = new Queue<Instance>(
                _instances.Values.Where(instance => which(instance.Row))
            );
            while (found.TryDequeue(out var instance))
            {
                if (instance.IsLive || !_instances.Remove(instance.Id))
                {
                    continue;
                }

                commit.Removed.Add(instance.Id);
                foreach (var child in recursive ? Children(instance.Id) : [])
                {
                    found.Enqueue(child);
                }
            }

            done = Commit(commit, []);
        }

        await done.ConfigureAwait(false);
        return commit.Removed.Count;
    }

    /// <summary>The instance as it is, once that is durable.</summary>
    public async Task<InstanceRow?> FindAsync(string instanceId)
    {
        InstanceRow? row;
        Task settled;
        lock (_gate)
        {
            row = _instances.GetValueOrDefault(instanceId)?.Row;
            settled = _published;
        }

        await settled.ConfigureAwait(false);
        return row;
    }

    /// <summary>The instances that match, by id, once all is durable.</summary>
    public async Task<List<InstanceRow>> QueryAsync(Func<InstanceRow, bool> which)
    {
        List<InstanceRow> rows;
        Task settled;
        lock (_gate)
        {
            rows = [.. _instances.Values.Select(instance => instance.Row).Where(which)];
            settled = _published;
        }

        rows.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        await settled.ConfigureAwait(false);
        return rows;
    }

    /// <summary>Waits until an instance of the id exists and the condition holds.</summary>
    public async Task<InstanceRow> WaitAsync(
        string instanceId,
        Func<InstanceRow, bool> condition,
        CancellationToken cancellation
    )
    {
        Task<InstanceRow> waiting;
        lock (_gate)
        {
            ThrowIfStopped();
            waiting =
                _instances.GetValueOrDefault(instanceId)?.Row is { } row && condition(row)
                    ? _published.ContinueWith(
                        static (done, row) =>
                        {
                            done.GetAwaiter().GetResult();
                            return (InstanceRow)row!;
                        },
                        row,
                        CancellationToken.None,
                        TaskContinuationOptions.None,
                        TaskScheduler.Default
                    )
                    : AddWaiter(instanceId, condition);
        }

        return await waiting.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>A refusal tells of the state, so it too waits until that state is durable.</summary>
    private static async Task RefuseAsync(Task settled, Exception refusal)
    {
        await settled.ConfigureAwait(false);
        throw refusal;
    }

    private static Task RefuseAsync(Task settled, string refusal) =>
        RefuseAsync(settled, new InvalidOperationException(refusal));

    private Task<InstanceRow> AddWaiter(string instanceId, Func<InstanceRow, bool> condition)
    {
        var waiter = new Waiter(condition, new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_waiters.TryGetValue(instanceId, out var waiters))
        {
            _waiters.Add(instanceId, waiters = []);
        }

        waiters.Add(waiter);
        return waiter.Source.Task;
    }

    private void NotifyWaiters(InstanceRow row)
    {
        if (
            _waiters.TryGetValue(row.Id, out var waiters)
            && waiters.RemoveAll(waiter => waiter.Condition(row) && waiter.Source.TrySetResult(row))
                > 0
            && waiters.Count == 0
        )
        {
            _waiters.Remove(row.Id);
        }
    }

    private void FailWaiters()
    {
        foreach (var waiter in _waiters.Values.SelectMany(waiters => waiters))
        {
            waiter.Source.TrySetException(Stopped());
        }

        _waiters.Clear();
    }

    /// <summary>A new start takes the place of an instance; a parent that waits for it learns that it is gone.</summary>
    private void Displace(Instance existing, StoreCommit commit)
    {
        if (existing.IsLive)
        {
            existing.Row = existing.Row with { Status = OrchestrationRuntimeStatus.Terminated };
            commit.Consumed.AddRange(existing.Taken);
            End(existing, [], commit);
        }
    }

    /// <summary>The status once the waiting commands have been seen.</summary>
    private static OrchestrationRuntimeStatus StatusToBe(Instance instance) =>
        instance
            .Inbox.Select(message => message.Event.Kind)
            .LastOrDefault(kind => kind is EventKind.Suspended or EventKind.Resumed) switch
        {
            EventKind.Suspended => OrchestrationRuntimeStatus.Suspended,
            EventKind.Resumed => OrchestrationRuntimeStatus.Running,
            _ => instance.Row.Status,
        };

    private sealed record Waiter(
        Func<InstanceRow, bool> Condition,
        TaskCompletionSource<InstanceRow> Source
    );
}

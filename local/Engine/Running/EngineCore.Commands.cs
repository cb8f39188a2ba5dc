using DurableTask.Core.Exceptions;
using Microsoft.DurableTask.Client;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <content>What the client can do. Each command ends when it is durable.</content>
internal sealed partial class EngineCore
{
    private readonly InstanceWaits _waits = new();

    /// <summary>How many callers wait for instances.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waits.Count;
            }
        }
    }

    /// <summary>Creates an instance, given the number of its first generation.</summary>
    public Task StartAsync(
        string id,
        Func<long, InstanceRow> first,
        IReadOnlyCollection<OrchestrationRuntimeStatus> blocking
    )
    {
        Task done;
        lock (_gate)
        {
            ThrowIfStopped();
            var commit = new StoreCommit();
            if (_instances.Find(id) is { } existing)
            {
                if (blocking.Contains(existing.Row.Status))
                {
                    return RefuseAsync(
                        _published,
                        new OrchestrationAlreadyExistsException(
                            $"An orchestration with the instance id '{id}' already exists and is {existing.Row.Status}."
                        )
                    );
                }

                Displace(existing, commit);
            }

            Create(first(_nextExecution++), commit);
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
            if (_instances.Find(instanceId) is not { } instance)
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
            Send(commit, instance, message);
            done = Commit(commit, []);
        }

        Wake();
        return done;
    }

    /// <summary>Removes an instance that has ended, with all beneath it if asked to; says how many.</summary>
    public Task<int> PurgeAsync(string id, bool recursive) =>
        PurgeAsync(() => _instances.Find(id) is { } instance ? [instance] : [], recursive);

    /// <summary>Removes all instances that match and have ended.</summary>
    public Task<int> PurgeAsync(Func<InstanceRow, bool> which, bool recursive) =>
        PurgeAsync(() => _instances.All.Where(instance => which(instance.Row)), recursive);

    private async Task<int> PurgeAsync(Func<IEnumerable<Instance>> which, bool recursive)
    {
        Task done;
        var commit = new StoreCommit();
        lock (_gate)
        {
            var found = new Queue<Instance>(which());
            while (found.TryDequeue(out var instance))
            {
                var children = recursive ? _instances.ChildrenOf(instance.Id) : [];
                if (!instance.IsLive && _instances.Remove(instance.Id))
                {
                    commit.Removed.Add(instance.Id);
                    children.ToList().ForEach(found.Enqueue);
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
            row = _instances.Find(instanceId)?.Row;
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
            rows = [.. _instances.All.Select(instance => instance.Row).Where(which)];
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
        InstanceRow? row;
        Task settled;
        InstanceWaits.Wait? wait = null;
        lock (_gate)
        {
            ThrowIfStopped();
            settled = _published;
            row = _instances.Find(instanceId)?.Row;
            if (row is null || !condition(row))
            {
                wait = _waits.Add(instanceId, condition);
            }
        }

        if (wait is null)
        {
            await settled.WaitAsync(cancellation).ConfigureAwait(false);
            return row!;
        }

        try
        {
            return await wait.Source.Task.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _waits.Remove(wait);
            }
        }
    }

    /// <summary>A refusal tells of the state, so it too waits until that state is durable.</summary>
    private static async Task RefuseAsync(Task settled, Exception refusal)
    {
        await settled.ConfigureAwait(false);
        throw refusal;
    }

    private static Task RefuseAsync(Task settled, string refusal) =>
        RefuseAsync(settled, new InvalidOperationException(refusal));

    /// <summary>A new start takes the place of an instance; a parent that waits for it learns that it is gone.</summary>
    private void Displace(Instance existing, StoreCommit commit)
    {
        if (existing.IsLive)
        {
            existing.Row = existing.Row with { Status = OrchestrationRuntimeStatus.Terminated };
            End(existing, [], commit);
        }
    }

    /// <summary>The status once the waiting commands have been seen.</summary>
    private static OrchestrationRuntimeStatus StatusToBe(Instance instance) =>
        instance
            .Mailbox.Messages.Select(message => message.Event.Kind)
            .LastOrDefault(kind => kind is EventKind.Suspended or EventKind.Resumed) switch
        {
            EventKind.Suspended => OrchestrationRuntimeStatus.Suspended,
            EventKind.Resumed => OrchestrationRuntimeStatus.Running,
            _ => instance.Row.Status,
        };
}

using Microsoft.DurableTask.Client;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <content>What a step changes, and how it becomes durable.</content>
internal sealed partial class EngineCore
{
    private Unpublished? _unpublished;

    /// <summary>Makes a step's result the state of the engine and commits it.</summary>
    public void Apply(Instance instance, List<long> consumed, StepResult result, bool keepRun)
    {
        lock (_gate)
        {
            if (!IsCurrent(instance))
            {
                return;
            }

            instance.Taken = [];
            var commit = new StoreCommit();
            commit.Consumed.AddRange(consumed);
            var activities = new List<ActivityCall>();
            if (result.Row.Execution == 0)
            {
                CarryOut(instance, result.History, commit, activities);
                BeginAnew(instance, result, commit);
            }
            else
            {
                instance.Row = result.Row;
                instance.Keep(keepRun ? result.Run : null);
                instance.Append(result.History);
                commit.Rows.Add(result.Row);
                commit.Execution = instance.Execution;
                commit.History = result.History;
                CarryOut(instance, result.History, commit, activities);
                if (!instance.IsLive)
                {
                    End(instance, result.History, commit);
                }
            }

            Commit(commit, activities);
        }
    }

    private void BeginAnew(Instance old, StepResult result, StoreCommit commit)
    {
        var next = new Instance(result.Row with { Execution = _nextExecution++ }) { IsDue = true };
        _instances[next.Id] = next;
        commit.Rows.Add(next.Row);
        foreach (var kept in result.CarriedOver)
        {
            Deliver(commit, next.Id, 0, kept);
        }

        while (old.Inbox.TryDequeue(out var waiting))
        {
            next.Inbox.Enqueue(waiting);
        }

        old.End();
        MakeReady(next);
    }

    private void CarryOut(
        Instance instance,
        List<HistoryEvent> history,
        StoreCommit commit,
        List<ActivityCall> activities
    )
    {
        foreach (var action in history)
        {
            switch (action.Kind)
            {
                case EventKind.EventSent:
                    Deliver(
                        commit,
                        action.Target!,
                        0,
                        new(EventKind.EventRaised, action.At, Name: action.Name, Data: action.Data)
                    );
                    break;
                case EventKind.ActivityScheduled when instance.IsLive:
                    activities.Add(new(instance, action));
                    break;
                case EventKind.TimerCreated when instance.IsLive && instance.IsOpen(action.TaskId):
                    _timers.Add(instance, action.TaskId, action.At);
                    break;
                case EventKind.ChildScheduled when instance.IsLive:
                    StartChild(instance, action, commit);
                    break;
                default:
                    break;
            }
        }
    }

    private void StartChild(Instance parent, HistoryEvent action, StoreCommit commit)
    {
        var target = ChildTarget.Parse(action.Target!);
        var id = target.Id;
        if (_instances.TryGetValue(id, out var existing) && existing.IsLive)
        {
            var refusal = Failures.Of(
                Failures.ChildExists,
                $"An instance with the id '{id}' is already running."
            );
            Deliver(
                commit,
                parent.Id,
                parent.Execution,
                new(EventKind.ChildFailed, action.At, action.TaskId, Data: Failures.Write(refusal))
            );
            return;
        }

        var call = new ParentCall(parent.Id, parent.Row.Name, parent.Execution, action.TaskId);
        Create(
            new(id, _nextExecution++, action.Name!, Now)
            {
                Input = action.Data,
                Version = target.Version,
                Parent = call,
                Tags = target.TagsBeneath(parent.Row.Tags),
            },
            commit
        );
    }

    private void Create(InstanceRow row, StoreCommit commit)
    {
        var instance = new Instance(row);
        _instances[row.Id] = instance;
        commit.Rows.Add(row);
        Resume(instance);
    }

    /// <summary>Tells the parent, and the children if they are to end too, and forgets all but the row.</summary>
    private void End(Instance instance, List<HistoryEvent> history, StoreCommit commit)
    {
        var row = instance.Row;
        if (row.Parent is { } parent)
        {
            Deliver(commit, parent.InstanceId, parent.Execution, AnswerTo(parent, row));
        }

        if (
            history.Find(item => item.Kind == EventKind.Terminated) is
            { Target: Recursive } termination
        )
        {
            foreach (var child in Children(row.Id).Where(child => child.IsLive))
            {
                Deliver(commit, child.Id, 0, termination);
            }
        }

        commit.Consumed.AddRange(instance.Inbox.Select(message => message.Id).Where(id => id > 0));
        instance.End();
    }

    private static HistoryEvent AnswerTo(ParentCall parent, InstanceRow row) =>
        row.Status == OrchestrationRuntimeStatus.Completed
            ? new(EventKind.ChildCompleted, row.UpdatedAt.UtcTicks, parent.TaskId, Data: row.Output)
            : new(
                EventKind.ChildFailed,
                row.UpdatedAt.UtcTicks,
                parent.TaskId,
                Data: row.Failure
                    ?? Failures.Write(
                        Failures.Of(
                            Failures.ChildTerminated,
                            $"The sub-orchestration '{row.Id}' was terminated."
                        )
                    )
            );

    /// <summary>Puts a message into an inbox; one for nobody is dropped.</summary>
    private void Deliver(StoreCommit commit, string target, long execution, HistoryEvent item)
    {
        if (
            _instances.TryGetValue(target, out var instance)
            && instance.IsLive
            && (execution == 0 || instance.Execution == execution)
        )
        {
            var message = new InboxMessage(_nextMessage++, target, execution, item);
            commit.Sent.Add(message);
            instance.Inbox.Enqueue(message);
            MakeReady(instance);
        }
    }

    private IEnumerable<Instance> Children(string id) =>
        _instances
            .Values.Where(instance => instance.Row.Parent?.InstanceId == id)
            .OrderBy(child => child.Execution);

    /// <summary>Hands a change to the store; the outside learns of it when it is durable, in the order of the commits.</summary>
    private Task Commit(StoreCommit commit, List<ActivityCall> activities)
    {
        if (_fault is not null)
        {
            return Task.FromException(Stopped());
        }

        var stored = store.CommitAsync(commit);
        if (stored.IsCompletedSuccessfully && _published.IsCompletedSuccessfully)
        {
            Publish(commit, activities);
            return _published;
        }

        // Commits that share a transaction share what follows from it.
        if (_unpublished?.Stored == stored)
        {
            _unpublished.Steps.Add((commit, activities));
        }
        else
        {
            _unpublished = new(stored, [(commit, activities)]);
            _published = PublishAsync(_published, _unpublished);
        }

        return _published;
    }

    private async Task PublishAsync(Task before, Unpublished transaction)
    {
        try
        {
            // Never at once: whoever commits holds the lock.
            await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            await transaction.Stored.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Break(exception);
            throw Stopped();
        }

        lock (_gate)
        {
            transaction.Steps.ForEach(step => Publish(step.Commit, step.Activities));
            if (_unpublished == transaction)
            {
                _unpublished = null;
            }
        }

        Wake();
    }

    private void Publish(StoreCommit commit, List<ActivityCall> activities)
    {
        activities.ForEach(_activities.Enqueue);
        commit.Rows.ForEach(NotifyWaiters);
    }

    private void Break(Exception exception)
    {
        lock (_gate)
        {
            if (_fault is not null)
            {
                return;
            }

            _fault = exception;
        }

        // Before those who wait learn of it: whoever runs the engine shall know the reason first.
        Broken(exception);
        lock (_gate)
        {
            FailWaiters();
        }
    }

    private void ThrowIfStopped()
    {
        if (_fault is not null)
        {
            throw Stopped();
        }
    }

    private InvalidOperationException Stopped() =>
        new($"The engine has stopped because its store failed: {_fault!.Message}", _fault);

    /// <summary>Steps in one transaction of the store that is not durable yet.</summary>
    private sealed record Unpublished(
        Task Stored,
        List<(StoreCommit Commit, List<ActivityCall> Activities)> Steps
    );
}

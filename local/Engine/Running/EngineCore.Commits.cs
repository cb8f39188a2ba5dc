using Microsoft.DurableTask.Client;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <content>What a step changes, and how it becomes durable.</content>
internal sealed partial class EngineCore
{
    private Unpublished? _unpublished;

    /// <summary>Makes a step's result the state of the engine and commits it.</summary>
    public void Apply(Instance instance, MailboxView mail, StepResult result, bool keepRun)
    {
        lock (_gate)
        {
            if (!IsCurrent(instance))
            {
                return;
            }

            var commit = new StoreCommit();
            var activities = new List<ActivityCall>();
            commit.Consume(mail.Taken);
            instance.Mailbox.Remove(mail);
            if (result.Next is { } next)
            {
                CarryOut(instance, result.History, commit, activities);
                BeginAnew(instance, result.Row, next, commit);
            }
            else
            {
                instance.Row = result.Row;
                instance.Keep(keepRun ? result.Run : null);
                instance.Append(result.History);
                commit.Rows.Add(result.Row);
                commit.Append(instance.Execution, result.History);
                CarryOut(instance, result.History, commit, activities);
                if (!instance.IsLive)
                {
                    End(instance, result.History, commit);
                }
                else if (instance.IsSuspended)
                {
                    KeepAnswers(instance, commit);
                }
            }

            Commit(commit, activities);
        }
    }

    /// <summary>The mailbox goes over as it is.</summary>
    private void BeginAnew(
        Instance old,
        InstanceRow row,
        NextGeneration generation,
        StoreCommit commit
    )
    {
        var next = new Instance(row with { Execution = _nextExecution++ })
        {
            IsDue = true,
            Mailbox = old.Mailbox,
        };
        next.Append(generation.History);
        _instances.Put(next);
        commit.Rows.Add(next.Row);
        commit.Append(next.Execution, generation.History);
        old.End();
        MakeReady(next);
    }

    /// <summary>A suspension may be long: what came just before it is stored, or activities would run again after a crash.</summary>
    private void KeepAnswers(Instance instance, StoreCommit commit) =>
        instance.Mailbox.Replace(
            message => message.StoredId is null,
            message =>
            {
                var stored = message with { StoredId = _nextMessage++ };
                commit.Sent.Add(stored);
                return stored;
            }
        );

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
                    Send(
                        commit,
                        _instances.Find(action.InstanceId!),
                        new(EventKind.EventRaised, action.At, Name: action.Name, Data: action.Data)
                    );
                    break;
                case EventKind.ActivityScheduled when instance.IsLive:
                    activities.Add(new(instance, action));
                    break;
                case EventKind.TimerCreated when instance.IsLive && instance.IsOpen(action.TaskId):
                    _timers.Add(instance, action);
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
        var id = action.InstanceId!;
        if (_instances.Find(id) is { IsLive: true })
        {
            var refusal = Failures.Of(
                Failures.ChildExists,
                $"An instance with the id '{id}' is already running."
            );
            Send(
                commit,
                parent,
                new(EventKind.ChildFailed, action.At, action.TaskId, Data: Failures.Write(refusal)),
                parent.Execution
            );
            return;
        }

        Create(
            new(id, _nextExecution++, action.Name!, Now)
            {
                Input = action.Data,
                Version = action.Version ?? "",
                Parent = new(parent.Id, parent.Row.Name, parent.Execution, action.TaskId),
                Tags = Labels.Merge(parent.Row.Tags, action.Tags),
            },
            commit
        );
    }

    private void Create(InstanceRow row, StoreCommit commit)
    {
        var instance = new Instance(row);
        _instances.Put(instance);
        commit.Rows.Add(row);
        Resume(instance);
    }

    /// <summary>Tells the parent, and the children if they are to end too, and forgets all but the row.</summary>
    private void End(Instance instance, List<HistoryEvent> history, StoreCommit commit)
    {
        var row = instance.Row;
        if (row.Parent is { } parent)
        {
            Send(
                commit,
                _instances.Find(parent.InstanceId),
                AnswerTo(parent, row),
                parent.Execution
            );
        }

        if (history.Find(item => item.Kind == EventKind.TerminatedWithChildren) is { } termination)
        {
            foreach (var child in _instances.ChildrenOf(row.Id))
            {
                Send(commit, child, termination);
            }
        }

        commit.Consume(instance.Mailbox.Messages);
        instance.Mailbox.Clear();
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

    /// <summary>Sends a message to whichever generation of an instance is there, or to one alone; one for nobody is dropped.</summary>
    private void Send(
        StoreCommit commit,
        Instance? target,
        HistoryEvent item,
        long? execution = null
    )
    {
        if (target is { IsLive: true } && (execution is null || target.Execution == execution))
        {
            var message = new InboxMessage(_nextMessage++, target.Id, execution, item);
            commit.Sent.Add(message);
            Put(target, message);
        }
    }

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
            Break("its store failed", exception);
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
        commit.Rows.ForEach(_waits.Notify);
    }

    /// <summary>Nothing goes on: not for those who wait, nor for those who ask later.</summary>
    public void Break(string what, Exception exception)
    {
        lock (_gate)
        {
            if (_fault is not null)
            {
                return;
            }

            _fault = new InvalidOperationException(
                $"The engine has stopped because {what}: {Failures.MessageOf(exception)}",
                exception
            );
        }

        // Before those who wait learn of it: whoever runs the engine shall know the reason first.
        Broken(exception);
        lock (_gate)
        {
            _waits.FailAll(Stopped());
        }
    }

    private void ThrowIfStopped()
    {
        if (_fault is not null)
        {
            throw Stopped();
        }
    }

    private InvalidOperationException Stopped() => new(_fault!.Message, _fault.InnerException);

    /// <summary>Steps in one transaction of the store that is not durable yet.</summary>
    private sealed record Unpublished(
        Task Stored,
        List<(StoreCommit Commit, List<ActivityCall> Activities)> Steps
    );
}

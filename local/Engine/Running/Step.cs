using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <summary>One step of one instance: what it takes out of the mailbox, what its code makes of it, and what comes of that.</summary>
internal sealed class Step(
    Instance instance,
    MailboxView mail,
    DateTimeOffset now,
    DataConverter converter
)
{
    private readonly List<HistoryEvent> _history = [new(EventKind.StepStarted, now.UtcTicks)];
    private bool _isSuspended = instance.Row.Status == OrchestrationRuntimeStatus.Suspended;
    private OrchestrationRun? _run;

    // What the generation before showed stays over the first turn, as it does on Azure Storage.
    private string? CustomStatus =>
        _run?.Context.CustomStatus
        ?? (instance.HasStarted && _run is not null ? null : instance.Row.CustomStatus);

    /// <summary>Takes the step; null if there is nothing to do.</summary>
    public StepResult? Run(Func<OrchestrationRun> revive)
    {
        if (Find(message => message.IsTermination) is { } termination)
        {
            _history.Add(termination);
            return End(OrchestrationRuntimeStatus.Terminated, termination.Data);
        }

        if (Find(message => message.Kind == EventKind.ForeignAwait) is { } foreign)
        {
            _history.Add(foreign);
            throw OrchestrationRun.ForeignAwait(instance.Row);
        }

        _run = instance.Run ?? revive();
        _run.BeginStep(_history[0]);
        var begins = Begin(_run);
        TakeMail(_run);
        if (mail.TakesNone && !begins)
        {
            return null;
        }

        if (!_isSuspended)
        {
            _run.ThrowIfForeignAwait();
        }

        _history.AddRange(_run.Context.TakeActions(now));
        return _run.Result is { } result ? Conclude(_run, result) : GoOn(_run);
    }

    /// <summary>The instance fails, for whatever reason.</summary>
    public StepResult Fail(TaskFailureDetails failure)
    {
        // As on Functions with Azure Storage, the output of a failed instance is plain text, not JSON.
        var end = End(OrchestrationRuntimeStatus.Failed, failure.ToString());
        return end with { Row = end.Row with { Failure = Failures.Write(failure) } };
    }

    private HistoryEvent? Find(Predicate<HistoryEvent> which) =>
        mail.Messages.FirstOrDefault(message => which(message.Event))?.Event;

    /// <summary>Starts the code if it is time. Commands that came before are followed first: a suspension holds the start back.</summary>
    private bool Begin(OrchestrationRun run)
    {
        if (instance.HasStarted)
        {
            return false;
        }

        for (var at = 0; at < mail.Messages.Count; at++)
        {
            if (mail.Messages[at].Event.IsControl)
            {
                Follow(mail.Take(at));
            }
        }

        if (_isSuspended || !instance.IsDue)
        {
            return false;
        }

        var row = instance.Row;
        Hand(run, new(EventKind.ExecutionStarted, now.UtcTicks, Name: row.Name, Data: row.Input));
        return true;
    }

    private void TakeMail(OrchestrationRun run)
    {
        for (var at = 0; at < mail.Messages.Count && run.Result is null; at++)
        {
            var message = mail.Messages[at];
            if (mail.IsTaken(at) || !MayHave(run, message.Event))
            {
                continue;
            }

            mail.Take(at);
            if (message.Event.IsControl)
            {
                var wasSuspended = _isSuspended;
                Follow(message.Event);

                // What waited for the resumption comes before what was sent after it.
                at = wasSuspended && !_isSuspended ? -1 : at;
            }
            else if (instance.Accepts(message))
            {
                Hand(run, message.Event);
            }
        }
    }

    /// <summary>What cannot be had now stays in the mailbox; once a new generation is wished for, events are for that one.</summary>
    private bool MayHave(OrchestrationRun run, HistoryEvent message) =>
        message.IsControl
        || (
            run.HasStarted
            && !_isSuspended
            && (run.Context.Anew is null || message.Kind != EventKind.EventRaised)
        );

    private void Follow(HistoryEvent command)
    {
        _history.Add(command);
        _isSuspended = command.Kind == EventKind.Suspended;
    }

    private void Hand(OrchestrationRun run, HistoryEvent item)
    {
        _history.Add(item);
        run.Take(item);
    }

    private StepResult GoOn(OrchestrationRun run) =>
        new(
            instance.Row with
            {
                Status =
                    _isSuspended ? OrchestrationRuntimeStatus.Suspended
                    : run.HasStarted ? OrchestrationRuntimeStatus.Running
                    : OrchestrationRuntimeStatus.Pending,
                UpdatedAt = now,
                CustomStatus = CustomStatus,
            },
            _history,
            run
        );

    private StepResult Conclude(OrchestrationRun run, Task<object?> result) =>
        result switch
        {
            { IsFaulted: true } => Fail(Failures.Of(result.Exception.InnerException!)),
            { IsCanceled: true } => Fail(Failures.Of(new TaskCanceledException(result))),
            _ when run.Context.Anew is { } anew => BeginAnew(run, anew),
            _ => End(OrchestrationRuntimeStatus.Completed, converter.Serialize(result.Result)),
        };

    private StepResult BeginAnew(OrchestrationRun run, ContinueAsNew anew)
    {
        var row = instance.Row with
        {
            CreatedAt = now,
            UpdatedAt = now,
            Status = OrchestrationRuntimeStatus.Running,
            StartAt = null,
            Input = anew.Input,
            Version = anew.Version,
            CustomStatus = CustomStatus,
        };
        return new(
            row,
            _history,
            Next: new([.. anew.PreserveEvents ? run.Context.Events.Unclaimed : []])
        );
    }

    private StepResult End(OrchestrationRuntimeStatus status, string? output)
    {
        _history.Add(
            new(EventKind.ExecutionEnded, now.UtcTicks, Name: status.ToString(), Data: output)
        );
        return new(
            instance.Row with
            {
                Status = status,
                UpdatedAt = now,
                Output = output,
                CustomStatus = CustomStatus,
            },
            _history
        );
    }
}

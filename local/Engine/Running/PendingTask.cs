using Microsoft.DurableTask;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <summary>An activity, child or timer the code may be waiting for.</summary>
internal sealed class PendingTask(HistoryEvent action)
{
    private readonly TaskCompletionSource<string?> _source = new();

    public Task<string?> Task => _source.Task;

    public void Cancel() => _source.TrySetCanceled();

    public void Close(HistoryEvent answer)
    {
        if (answer.Kind is EventKind.ActivityFailed or EventKind.ChildFailed)
        {
            _source.TrySetException(
                new TaskFailedException(
                    action.Name ?? "",
                    action.TaskId,
                    Failures.Read(answer.Data)
                )
            );
        }
        else
        {
            _source.TrySetResult(answer.Data);
        }
    }
}

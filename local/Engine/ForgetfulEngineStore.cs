using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine;

/// <summary>
/// Keeps nothing: for rehearsals of large plans, whose engine is never taken up again. It can note which timers were set, since those are
/// what an orchestration waits for.
/// </summary>
/// <param name="notesTimers">Whether timers are noted.</param>
public sealed class ForgetfulEngineStore(bool notesTimers = false) : IEngineStore
{
    private readonly HashSet<(string Instance, DateTimeOffset Due)> _timers = [];

    /// <summary>The timers that were noted, each instance and instant once, in order.</summary>
    public IReadOnlyList<(string Instance, DateTimeOffset Due)> Timers =>
        [
            .. _timers
                .OrderBy(timer => timer.Due)
                .ThenBy(timer => timer.Instance, StringComparer.Ordinal),
        ];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    StoreContents IEngineStore.Load() => new([], new Dictionary<long, List<HistoryEvent>>(), []);

    Task IEngineStore.CommitAsync(StoreCommit commit)
    {
        if (notesTimers)
        {
            var instance = commit.Rows.Find(row => row.Execution == commit.Execution)?.Id;
            foreach (var item in commit.History.Where(item => item.Kind == EventKind.TimerCreated))
            {
                _timers.Add((instance!, item.Time));
            }
        }

        return Task.CompletedTask;
    }

    IReadOnlyList<HistoryEvent> IEngineStore.ReadHistory(long execution) => [];
}

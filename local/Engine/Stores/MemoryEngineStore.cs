using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine;

/// <summary>A store that lives as long as the process: for rehearsals and tests.</summary>
public sealed class MemoryEngineStore : IEngineStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, InstanceRow> _rows = [];
    private readonly Dictionary<long, List<HistoryEvent>> _histories = [];
    private readonly SortedDictionary<long, InboxMessage> _inbox = [];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    StoreContents IEngineStore.Load()
    {
        lock (_gate)
        {
            var live = _rows
                .Values.Where(row => row.IsLive)
                .Select(row => row.Execution)
                .ToHashSet();
            return new(
                [.. _rows.Values],
                _histories
                    .Where(h => live.Contains(h.Key))
                    .ToDictionary(h => h.Key, h => h.Value.ToList()),
                [.. _inbox.Values]
            );
        }
    }

    Task IEngineStore.CommitAsync(StoreCommit commit)
    {
        lock (_gate)
        {
            foreach (var row in commit.Rows)
            {
                Forget(row.Id, butNot: row.Execution);
                _rows[row.Id] = row;
            }

            foreach (var id in commit.Removed)
            {
                Forget(id, butNot: null);
                _rows.Remove(id);
            }

            if (commit.Execution is { } execution)
            {
                Append(execution, commit.History);
            }

            commit.Consumed.ForEach(id => _inbox.Remove(id));
            commit.Sent.ForEach(message => _inbox.Add(message.StoredId!.Value, message));
        }

        return Task.CompletedTask;
    }

    IReadOnlyList<HistoryEvent> IEngineStore.ReadHistory(long execution)
    {
        lock (_gate)
        {
            return _histories.TryGetValue(execution, out var history) ? [.. history] : [];
        }
    }

    private void Append(long execution, IReadOnlyList<HistoryEvent> events)
    {
        if (!_histories.TryGetValue(execution, out var history))
        {
            _histories.Add(execution, history = []);
        }

        history.AddRange(events);
    }

    private void Forget(string id, long? butNot)
    {
        if (_rows.TryGetValue(id, out var old) && old.Execution != butNot)
        {
            _histories.Remove(old.Execution);
        }
    }
}

using ProgramReview.Local.Engine;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Benchmarks.Engine;

/// <summary>Remembers which commits a store wrote in which transaction: commits of one transaction share a task.</summary>
internal sealed class RecordingStore(IEngineStore inner) : IEngineStore
{
    private readonly Lock _gate = new();
    private readonly List<(Task Transaction, List<StoreCommit> Commits)> _batches = [];

    /// <summary>What was written, transaction by transaction.</summary>
    public IReadOnlyList<StoreBatch> Batches =>
        [.. _batches.Select(batch => StoreBatch.Of(batch.Commits))];

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    StoreContents IEngineStore.Load() => inner.Load();

    Task IEngineStore.CommitAsync(StoreCommit commit)
    {
        lock (_gate)
        {
            var done = inner.CommitAsync(commit);
            if (_batches.Count == 0 || !ReferenceEquals(_batches[^1].Transaction, done))
            {
                _batches.Add((done, []));
            }

            _batches[^1].Commits.Add(commit);
            return done;
        }
    }

    IReadOnlyList<HistoryEvent> IEngineStore.ReadHistory(long execution) =>
        inner.ReadHistory(execution);
}

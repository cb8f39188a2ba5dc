using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Engine.Tests.Stores;

/// <summary>A store that stops working after some commits; those before are kept.</summary>
internal sealed class FailingStore(IEngineStore inner, int after) : IEngineStore
{
    private int _commits;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    StoreContents IEngineStore.Load() => inner.Load();

    IReadOnlyList<HistoryEvent> IEngineStore.ReadHistory(long execution) =>
        inner.ReadHistory(execution);

    async Task IEngineStore.CommitAsync(StoreCommit commit)
    {
        if (Interlocked.Increment(ref _commits) > after)
        {
            // As a disk does: not at once.
            await Task.Yield();
            throw new IOException("The disk is gone.");
        }

        await inner.CommitAsync(commit);
    }
}

using ProgramReview.Local.Engine;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Crash.Child;

/// <summary>The store with a failpoint before and after every commit.</summary>
internal sealed class DoomedStore(IEngineStore inner, Fate fate) : IEngineStore
{
    public ValueTask DisposeAsync() => inner.DisposeAsync();

    StoreContents IEngineStore.Load() => inner.Load();

    IReadOnlyList<HistoryEvent> IEngineStore.ReadHistory(long execution) =>
        inner.ReadHistory(execution);

    Task IEngineStore.CommitAsync(StoreCommit commit)
    {
        fate.Reach(Point.BeforeCommit);
        var stored = inner.CommitAsync(commit);
        return fate.At == Point.AfterCommit ? ThenAsync(stored) : stored;
    }

    private async Task ThenAsync(Task stored)
    {
        await stored;
        fate.Reach(Point.AfterCommit);
    }
}

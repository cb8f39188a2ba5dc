using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine;

/// <summary>
/// Where an engine keeps what must survive it. The engine holds all live instances in memory, so a store is written in order and read once, at the start.
/// </summary>
public interface IEngineStore : IAsyncDisposable
{
    /// <summary>Reads everything, once, before the first commit.</summary>
    internal StoreContents Load();

    /// <summary>
    /// Stores a step as a whole. Commits become durable in the order of the calls; the task ends when this one is.
    /// </summary>
    internal Task CommitAsync(StoreCommit commit);

    /// <summary>The history of one generation, ended or not.</summary>
    internal IReadOnlyList<HistoryEvent> ReadHistory(long execution);
}

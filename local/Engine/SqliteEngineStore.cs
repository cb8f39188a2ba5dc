using Microsoft.Data.Sqlite;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine;

/// <summary>A store in one SQLite file. One thread writes; commits that wait for it share one transaction.</summary>
public sealed class SqliteEngineStore : IEngineStore
{
    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly SqliteWriter _writer;
    private readonly Lock _gate = new();
    private readonly Lock _file = new();
    private readonly SemaphoreSlim _waiting = new(0);
    private readonly Task _thread;
    private Batch _batch = new();
    private Exception? _fault;
    private bool _isClosing;

    /// <summary>Opens the file, or makes it; it belongs to this process from now on.</summary>
    public SqliteEngineStore(string path)
    {
        _path = path;
        _connection = SqliteSchema.Open(path, SqliteSchema.Steps);
        _writer = new(_connection);
        _thread = Task.Factory.StartNew(
            WriteLoop,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
    }

    /// <summary>Writes what is waiting and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_isClosing)
            {
                return;
            }

            _isClosing = true;
        }

        _waiting.Release();
        await _thread;
        _writer.Dispose();
        await _connection.DisposeAsync();
        _waiting.Dispose();
    }

    StoreContents IEngineStore.Load()
    {
        lock (_file)
        {
            return SqliteErrors.Explained(_path, () => new SqliteReader(_connection).Load());
        }
    }

    Task IEngineStore.CommitAsync(StoreCommit commit)
    {
        lock (_gate)
        {
            if (_isClosing || _fault is not null)
            {
                return Task.FromException(
                    _fault
                        ?? new ObjectDisposedException(
                            nameof(SqliteEngineStore),
                            "The store has been closed."
                        )
                );
            }

            _batch.Commits.Add(commit);
            if (_batch.Commits.Count == 1)
            {
                _waiting.Release();
            }

            return _batch.Done.Task;
        }
    }

    IReadOnlyList<HistoryEvent> IEngineStore.ReadHistory(long execution)
    {
        lock (_file)
        {
            return SqliteErrors.Explained(
                _path,
                () => new SqliteReader(_connection).ReadHistory(execution)
            );
        }
    }

    private void WriteLoop()
    {
        while (true)
        {
            _waiting.Wait();
            Batch batch;
            bool isLast;
            lock (_gate)
            {
                (batch, _batch) = (_batch, new());
                isLast = _isClosing;
            }

            Write(batch);
            if (isLast)
            {
                return;
            }
        }
    }

    private void Write(Batch batch)
    {
        if (batch.Commits.Count == 0)
        {
            return;
        }

        // Whatever goes wrong while writing stops the engine; it does not stop the process.
#pragma warning disable CA1031
        try
        {
            ThrowIfBroken();
            lock (_file)
            {
                _writer.Write(StoreBatch.Of(batch.Commits));
            }

            batch.Done.SetResult();
        }
        catch (Exception exception)
        {
            var reason = exception is SqliteException failed
                ? SqliteErrors.Explain(failed, _path)
                : exception;
            lock (_gate)
            {
                _fault ??= reason;
            }

            batch.Done.SetException(reason);
        }
#pragma warning restore CA1031
    }

    /// <summary>Nothing may be written after a commit that failed: the order would have a hole.</summary>
    private void ThrowIfBroken()
    {
        lock (_gate)
        {
            if (_fault is not null)
            {
                throw _fault;
            }
        }
    }

    private sealed class Batch
    {
        public List<StoreCommit> Commits { get; } = [];

        public TaskCompletionSource Done { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

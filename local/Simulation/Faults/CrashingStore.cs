using ProgramReview.Local.Engine;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Simulation.Faults;

/// <summary>
/// The engine's store, in which the process may die before or after any commit. It also looks for tokens in all that is stored, and ends a run that
/// does not come to rest.
/// </summary>
internal sealed class CrashingStore(
    IEngineStore inner,
    FaultInjection faults,
    Crash crash,
    Secrets secrets
) : IEngineStore
{
    // A run makes about a thousand; one that makes so many more goes in a circle.
    private const int MostCommits = 10_000;

    private int commits;

    /// <summary>Whether the run went in a circle and was ended.</summary>
    public bool IsRunaway => commits > MostCommits;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    StoreContents IEngineStore.Load() => inner.Load();

    IReadOnlyList<HistoryEvent> IEngineStore.ReadHistory(long execution) =>
        inner.ReadHistory(execution);

    async Task IEngineStore.CommitAsync(StoreCommit commit)
    {
        // A dead process commits nothing.
        crash.Life.ThrowIfCancellationRequested();
        var fault = faults.At(Name(commit), Fault.DiesBefore, Fault.DiesAfter);
        if (fault == Fault.DiesBefore || ++commits > MostCommits)
        {
            crash.Strike();
        }
        await inner.CommitAsync(commit);
        LookForSecrets(commit);
        if (fault == Fault.DiesAfter)
        {
            crash.Strike();
        }
    }

    private void LookForSecrets(StoreCommit commit)
    {
        foreach (var row in commit.Rows)
        {
            secrets.MustNotBeIn(row.Input, "the input of an orchestration");
            secrets.MustNotBeIn(row.Output, "the output of an orchestration");
            secrets.MustNotBeIn(row.Failure, "the failure of an orchestration");
            secrets.MustNotBeIn(row.CustomStatus, "the status of an orchestration");
        }
        foreach (var item in commit.History)
        {
            secrets.MustNotBeIn(item.Data, "a history");
        }
        foreach (var message in commit.Sent)
        {
            secrets.MustNotBeIn(message.Event.Data, "a message to an orchestration");
        }
    }

    private static string Name(StoreCommit commit) =>
        commit.Rows.Count > 0 ? $"commit of {commit.Rows[0].Id}"
        : commit.Sent.Count > 0 ? $"message to {commit.Sent[0].InstanceId}"
        : "commit";
}

using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Engine.Tests.Stores;

/// <summary>A store's file in a folder of its own, and an orchestration to fill it and to see that it still works.</summary>
public sealed class StoreFile : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("store-").FullName;

    public string Path => System.IO.Path.Combine(Folder, "engine.db");

    /// <summary>An orchestration that has asked its questions and waits for an event.</summary>
    public static void Register(DurableTaskRegistry tasks) =>
        tasks
            .AddOrchestratorFunc<string, string>(
                "Ask",
                async (context, topic) =>
                {
                    var answers = await Task.WhenAll(
                        Enumerable
                            .Range(0, 6)
                            .Select(i =>
                                context.CallActivityAsync<string>("Answer", $"{topic} {i}")
                            )
                    );
                    return await context.WaitForExternalEvent<string>("end")
                        + answers.Sum(answer => answer.Length);
                }
            )
            .AddActivityFunc<string, string>(
                "Answer",
                (_, question) => string.Concat(Enumerable.Repeat(question + ' ', 100))
            );

    public static DurableEngine NewEngine(IEngineStore store)
    {
        var registry = new DurableTaskRegistry();
        Register(registry);
        return new(
            registry,
            new ServiceCollection().BuildServiceProvider(),
            store,
            new VirtualClock(Rig.Start)
        );
    }

    /// <summary>Starts orchestrations, one for each topic, and lets them come to their event.</summary>
    public async Task FillAsync(params IEnumerable<string> topics)
    {
        await using var store = new SqliteEngineStore(Path);
        await using var engine = NewEngine(store);
        foreach (var topic in topics)
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync(
                "Ask",
                topic,
                new StartOrchestrationOptions(topic)
            );
        }

        await engine.RunUntilIdleAsync().WaitAsync(Patience);
    }

    /// <summary>Opens the store, lets one of its orchestrations end, and gives its result.</summary>
    public async Task<string?> FinishAsync(string topic)
    {
        await using var store = new SqliteEngineStore(Path);
        await using var engine = NewEngine(store);
        await engine.Client.RaiseEventAsync(topic, "end", "fine ");
        await engine.RunUntilIdleAsync().WaitAsync(Patience);
        var instance = await engine.Client.GetInstanceAsync(topic, getInputsAndOutputs: true);
        return instance?.ReadOutputAs<string>();
    }

    /// <summary>Asks the file for a number, past the engine.</summary>
    public long Ask(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Changes the file, past the engine.</summary>
    public void Change(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }
}
